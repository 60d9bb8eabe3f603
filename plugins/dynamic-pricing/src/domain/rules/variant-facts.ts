import type { RuleScope } from './rule';

/** What a competitor asks, in the currency of the price that is decided on. */
export interface CompetitorPrice {
    readonly competitor: string;
    readonly price: number;
    readonly ageHours: number;
}

/**
 * All that a decision about one variant's price may know. Money is in minor units, with or without tax as the
 * channel's prices are entered. `null` means not known.
 */
export interface VariantFacts {
    readonly variantId: number;
    readonly productId: number;
    readonly collectionIds: readonly number[];
    readonly facetValueIds: readonly number[];
    /** Now in force. */
    readonly currentPrice: number;
    /** The merchant's own, from which rules reckon. */
    readonly listPrice: number;
    /** In force when the day began. */
    readonly dayStartPrice: number;
    readonly cost: number | null;
    readonly stock: number | null;
    readonly ageDays: number | null;
    readonly demand: { readonly sold: number; readonly expected: number } | null;
    readonly competitors: readonly CompetitorPrice[];
    /** Of other variants, for bundles. */
    readonly componentPrices: Readonly<Record<string, number>>;
    /** The price of highest expected margin, where sales are enough to tell. */
    readonly bestPrice: number | null;
}

export function isInScope(scope: RuleScope, facts: VariantFacts): boolean {
    const has = (wanted: readonly number[] | undefined, present: readonly number[]) =>
        !wanted || wanted.length === 0 || wanted.some(id => present.includes(id));
    return (
        has(scope.variantIds, [facts.variantId]) &&
        has(scope.productIds, [facts.productId]) &&
        has(scope.collectionIds, facts.collectionIds) &&
        has(scope.facetValueIds, facts.facetValueIds)
    );
}
