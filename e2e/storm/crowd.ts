import { GraphQlClient } from '../support/graphql-client';
import { inParallel } from '../support/in-parallel';
import { Purchase } from '../support/purchase';
import type { RunningShop } from '../support/running-shop';
import { type OrderAnswer, Shopper } from '../support/shopper';
import { copyCart } from './copy-cart';

/** How many they are, and what each of them has in the cart. */
export interface CrowdOptions {
    readonly size: number;
    readonly variantId: string;
    /** Default: 1. */
    readonly quantity?: number;
    readonly couponCode?: string;
}

/** Shoppers who stand at the checkout with a full cart each, spread over the servers. */
export async function gatherCrowd(shop: RunningShop, options: CrowdOptions): Promise<Shopper[]> {
    const { size, variantId, quantity = 1, couponCode } = options;
    const client: GraphQlClient = shop.visitor();
    const purchase = new Purchase(client);
    await purchase.add(variantId, quantity);
    await purchase.prepare();
    if (couponCode) {
        await new Shopper(client).useCoupon(couponCode);
    }
    const carts = await copyCart(shop.database, client.sessionToken ?? '', size);
    return carts.map(({ token, code }, n) => new Shopper(shop.visitor(n, token), code));
}

/**
 * How many stand at the checkout at the same moment: five times the connections that two servers have, and few enough
 * that everybody's turn comes in time, on a slow machine.
 */
const AT_ONCE = 100;

/**
 * All of them pay at once.
 *
 * @returns What each was answered last.
 */
export function rush(
    crowd: readonly Shopper[],
    method: string,
    metadata: Record<string, unknown> = {},
): Promise<OrderAnswer[]> {
    return inParallel(crowd, AT_ONCE, async shopper => {
        const started = await shopper.startPaying();
        return started.errorCode ? started : shopper.pay(method, metadata);
    });
}

/** How the orders of a crowd stand now, whatever their shoppers were answered. */
export async function standing(
    shop: RunningShop,
    crowd: readonly Shopper[],
): Promise<Record<string, number>> {
    const { rows } = await shop.database.query<OrderAnswer>(
        'SELECT state FROM "order" WHERE code = ANY($1)',
        [crowd.map(shopper => shopper.orderCode)],
    );
    return tally(rows);
}

/** How often each kind of answer came: a state of the order, or the code of an error. */
export function tally(answers: readonly OrderAnswer[]): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { state, errorCode } of answers) {
        const kind = state ?? errorCode ?? 'nothing';
        counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return counts;
}
