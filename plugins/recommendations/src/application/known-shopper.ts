import type { RequestContext } from '@vendure/core';
import type { Placement } from '../domain/serving/placement';
import type { PastProduct } from '../domain/serving/served-model';
import type { ShopperChoicesStore } from './ports/shopper-choices.port';
import type { ShopperHistory } from './ports/shopper-history.port';
import { within } from './within';

/** Why a list did not come from what a person bought. */
export type WhyImpersonal =
    'NOT_PERSONAL' | 'NOBODY' | 'NO_CONSENT' | 'SWITCHED_OFF' | 'NOTHING_BOUGHT' | 'LATE';

export interface Asked {
    readonly placement: Placement;
    readonly orderCode?: string;
    /** Products not to show. */
    readonly hidden: readonly number[];
    /** Who is signed in, or whom a mail or a preview is for. What they hid holds without any consent. */
    readonly customerId?: number;
    /** Whether they agreed that what they bought is used. */
    readonly agreed: boolean;
}

export interface KnownShopper {
    readonly past: readonly PastProduct[];
    /** Undefined when what the person bought is in `past`. */
    readonly impersonal: WhyImpersonal | undefined;
    /** Not to be shown. */
    readonly without: ReadonlySet<number>;
}

interface Parts {
    readonly history: ShopperHistory;
    readonly choices: ShopperChoicesStore;
    /** Whether people are shown what they own already. */
    readonly repeatPurchases: boolean;
}

/**
 * What a list may know of its shopper. What they chose always holds; what they bought is left out when reading it
 * takes longer than `ms`.
 */
export async function knownShopper(
    ctx: RequestContext,
    asked: Asked,
    parts: Parts,
    ms: number,
): Promise<KnownShopper> {
    const { customerId, agreed } = asked;
    const chosen = customerId === undefined ? undefined : await parts.choices.of(customerId);
    const hidden = new Set([...asked.hidden, ...(chosen?.hidden ?? [])]);
    const refusal =
        customerId === undefined
            ? 'NOBODY'
            : !agreed
              ? 'NO_CONSENT'
              : chosen?.personal
                ? undefined
                : 'SWITCHED_OFF';
    const past = await within(ms, readPast(ctx, asked, parts, refusal));
    return past
        ? { ...past, without: new Set([...hidden, ...past.without]) }
        : { past: [], impersonal: 'LATE', without: hidden };
}

async function readPast(
    ctx: RequestContext,
    { placement, orderCode, customerId }: Asked,
    { history, repeatPurchases }: Parts,
    refusal: WhyImpersonal | undefined,
): Promise<KnownShopper> {
    switch (placement) {
        case 'FOR_YOU':
        case 'EMAIL': {
            if (refusal || customerId === undefined) {
                return { past: [], impersonal: refusal ?? 'NOBODY', without: new Set() };
            }
            const past = await history.bought(ctx, customerId);
            return {
                past,
                impersonal: past.length > 0 ? undefined : 'NOTHING_BOUGHT',
                without: productsOf(repeatPurchases ? [] : past),
            };
        }
        case 'COMPLETE_THE_CART':
            return beside(await history.inCart(ctx));
        case 'AFTER_PURCHASE':
            return beside(orderCode ? await history.inOrder(ctx, orderCode) : []);
        case 'SIMILAR':
        case 'BOUGHT_TOGETHER':
        case 'TRENDING':
            return beside([]);
    }
}

/** What is in the cart or was just bought is not recommended beside it. */
function beside(past: readonly PastProduct[]): KnownShopper {
    return { past, impersonal: 'NOT_PERSONAL', without: productsOf(past) };
}

function productsOf(past: readonly PastProduct[]): ReadonlySet<number> {
    return new Set(past.map(({ productId }) => productId));
}
