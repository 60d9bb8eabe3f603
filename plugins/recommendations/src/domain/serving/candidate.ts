/** Why a product is recommended, as the shopper may be told. */
export type ReasonCode =
    'SIMILAR' | 'BOUGHT_TOGETHER' | 'BECAUSE_YOU_BOUGHT' | 'IN_YOUR_CART' | 'POPULAR' | 'NEW' | 'PICKED';

export interface Reason {
    readonly code: ReasonCode;
    /** The product that led to this one. */
    readonly productId?: number;
}

/** A product that may be shown. */
export interface Candidate {
    readonly productId: number;
    /** The higher, the better; comparable within one list only. */
    readonly score: number;
    readonly reason: Reason;
}

/** A candidate in its place, with what put it there. */
export interface Placed extends Candidate {
    /** From 1, as the model had it among what can be bought; null for what a person or chance put there. */
    readonly modelRank: number | null;
    /** The rules that had a say, also one by margin that had no effect. */
    readonly ruleIds: readonly number[];
    /** A rule by margin had no effect, since what the product costs is not known. */
    readonly isCostMissing: boolean;
}

/** What holds for a product at this moment, in one channel and currency. Only what can be bought has facts. */
export interface ProductFacts {
    readonly productId: number;
    /** Of the cheapest variant in stock, in minor units, as the channel's prices are entered. */
    readonly price: number;
    /** That variant. */
    readonly variantId: number;
    /** What is earned on that variant as a share of its net price, below 0 for a loss. Only when its cost is known. */
    readonly margin?: number;
    /** Of at most so many in one list; none when the shop names no categories. */
    readonly category: number | undefined;
    /** Only when a rule asks for it. */
    readonly memberships?: Memberships;
}

/** What a product belongs to. */
export interface Memberships {
    readonly facetValueIds: ReadonlySet<number>;
    readonly collectionIds: ReadonlySet<number>;
}

/** Candidates in order of their score, where the first list goes before the second. Each product once. */
export function fillUp(first: readonly Candidate[], second: readonly Candidate[]): Candidate[] {
    const seen = new Set<number>();
    return [...first, ...second].filter(({ productId }) => {
        const isNew = !seen.has(productId);
        seen.add(productId);
        return isNew;
    });
}
