import type { PastItem, RecommenderModel } from '../model';
import { type Candidate, fillUp, type ReasonCode } from './candidate';
import type { Placement } from './placement';

/** A trained model as it answers requests: products by their ids instead of the model's dense indexes. */
export interface ServedModel {
    /** Of the row that it was loaded from. */
    readonly id: number;
    /** By dense index. */
    readonly productIds: Int32Array;
    readonly indexOf: ReadonlyMap<number, number>;
    /** From what a person bought. */
    readonly personal: RecommenderModel;
    /** What is like a product. */
    readonly alike: RecommenderModel;
    /** What is bought in one basket. */
    readonly together: RecommenderModel;
}

/** What somebody bought, or holds in the cart. */
export interface PastProduct {
    readonly productId: number;
    /** Milliseconds since the epoch. */
    readonly at: number;
    readonly quantity: number;
}

/** What a list is about. */
export interface Occasion {
    readonly placement: Placement;
    /** What sells now in the channel, the best first. */
    readonly popular: readonly number[];
    /** SIMILAR and BOUGHT_TOGETHER. */
    readonly productId?: number;
    /** The cart's or the order's products, or what a person bought. */
    readonly past: readonly PastProduct[];
    /** Milliseconds since the epoch. */
    readonly now: number;
    /** How many candidates to look at. */
    readonly wanted: number;
    /** Not to be among them. */
    readonly without: ReadonlySet<number>;
}

/**
 * What may be shown, the best first: what the model finds for the occasion, then what sells in the channel.
 *
 * @param served - Undefined for popularity alone.
 */
export function candidatesFor(served: ServedModel | undefined, occasion: Occasion): Candidate[] {
    return fillUp(served ? found(served, occasion) : [], bestSellers(occasion));
}

function bestSellers({ popular, wanted, without }: Occasion): Candidate[] {
    return popular
        .filter(productId => !without.has(productId))
        .slice(0, wanted)
        .map((productId, place) => ({ productId, score: 1 / (place + 1), reason: { code: 'POPULAR' } }));
}

function found(served: ServedModel, occasion: Occasion): Candidate[] {
    switch (occasion.placement) {
        case 'SIMILAR':
            return neighbours(served, served.alike, occasion, 'SIMILAR');
        case 'BOUGHT_TOGETHER':
            return neighbours(served, served.together, occasion, 'BOUGHT_TOGETHER');
        case 'COMPLETE_THE_CART':
            return fromPast(served, served.together, occasion, 'IN_YOUR_CART');
        case 'AFTER_PURCHASE':
            return fromPast(served, served.together, occasion, 'BECAUSE_YOU_BOUGHT');
        case 'FOR_YOU':
        case 'EMAIL':
            return fromPast(served, served.personal, occasion, 'BECAUSE_YOU_BOUGHT');
        case 'TRENDING':
            return [];
    }
}

function neighbours(
    served: ServedModel,
    model: RecommenderModel,
    { productId, wanted, without }: Occasion,
    code: ReasonCode,
): Candidate[] {
    const item = productId === undefined ? undefined : served.indexOf.get(productId);
    if (item === undefined) {
        return [];
    }
    return model
        .similar(item, wanted)
        .map(({ item: other, score }) => ({ productId: served.productIds[other] ?? 0, score }))
        .filter(candidate => !without.has(candidate.productId))
        .map(candidate => ({ ...candidate, reason: { code, ...(productId ? { productId } : {}) } }));
}

function fromPast(
    served: ServedModel,
    model: RecommenderModel,
    { past, wanted, without, now }: Occasion,
    code: ReasonCode,
): Candidate[] {
    const history = past.flatMap(({ productId, at, quantity }): PastItem[] => {
        const item = served.indexOf.get(productId);
        return item === undefined || quantity <= 0 ? [] : [{ item, at, weight: 1 }];
    });
    if (history.length === 0) {
        return [];
    }
    const exclude = (item: number) => without.has(served.productIds[item] ?? 0);
    return model.recommend({ history, now }, wanted, exclude).map(({ item, score, because }) => {
        const cause = because === undefined ? undefined : served.productIds[because];
        const reason = cause === undefined ? { code: 'POPULAR' as const } : { code, productId: cause };
        return { productId: served.productIds[item] ?? 0, score, reason };
    });
}
