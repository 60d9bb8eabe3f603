import type { RequestContext } from '@vendure/core';
import type { ProductFacts } from '../domain/serving/candidate';
import { askForMemberships, type Rule } from '../domain/serving/rule';
import type { Catalogue } from './ports/catalogue.port';
import type { Margins } from './ports/margins.port';

interface Parts {
    readonly catalogue: Catalogue;
    readonly margins: Margins;
    readonly onMarginsFailed: (error: unknown) => void;
}

type Facts = ReadonlyMap<number, ProductFacts>;

/** Facts about those products that can be bought, with as much more as the rules want to know. */
export async function knownProducts(
    ctx: RequestContext,
    productIds: readonly number[],
    rules: readonly Rule[],
    parts: Parts,
): Promise<Facts> {
    const facts = await parts.catalogue.available(ctx, productIds);
    return withMargins(ctx, rules, await withMemberships(rules, facts, parts), parts);
}

async function withMemberships(rules: readonly Rule[], facts: Facts, { catalogue }: Parts): Promise<Facts> {
    if (facts.size === 0 || !askForMemberships(rules)) {
        return facts;
    }
    const all = await catalogue.memberships([...facts.keys()]);
    return mapped(facts, known => {
        const memberships = all.get(known.productId);
        return memberships ? { ...known, memberships } : known;
    });
}

/** A rule without margins has no effect. */
async function withMargins(
    ctx: RequestContext,
    rules: readonly Rule[],
    facts: Facts,
    { margins, onMarginsFailed }: Parts,
): Promise<Facts> {
    if (!rules.some(({ action }) => action === 'MARGIN')) {
        return facts;
    }
    try {
        const all = await margins.of(ctx, [...facts.values()]);
        return mapped(facts, known => {
            const margin = all.get(known.productId);
            return margin === undefined ? known : { ...known, margin };
        });
    } catch (error) {
        onMarginsFailed(error);
        return facts;
    }
}

function mapped(facts: Facts, change: (known: ProductFacts) => ProductFacts): Facts {
    return new Map([...facts].map(([id, known]) => [id, change(known)]));
}
