import type { BehaviourAct } from '@efi/plugin-kit';
import type { ID } from '@vendure/core';

/** One act as a client reports it: exactly one of the fields is set. */
export interface ReportedAct {
    readonly productViewed?: { readonly productId: ID } | null;
    readonly searched?: { readonly term: string; readonly resultCount: number } | null;
    readonly recommendationShown?: {
        readonly recommendationId: string;
        readonly productIds: readonly ID[];
    } | null;
    readonly recommendationClicked?: { readonly recommendationId: string; readonly productId: ID } | null;
}

export type ReadActs =
    | { readonly ok: true; readonly acts: readonly BehaviourAct[] }
    | { readonly ok: false; readonly problem: string };

/** What a call may hold at most. */
export const limits = { acts: 20, productIds: 24, termLength: 100, recommendationIdLength: 100 } as const;

const recommendationIds = /^[\w.-]{1,100}$/;

class Problem extends Error {}

/**
 * Checks what a client reports. What passes fits the table, so that a forged act can't spoil the batch it is in.
 *
 * @param isId - Whether a value has the form of this shop's ids.
 * @returns All acts, or what is wrong with the first that is.
 */
export function readActs(reported: readonly ReportedAct[], isId: (id: ID) => boolean): ReadActs {
    if (reported.length > limits.acts) {
        return { ok: false, problem: `At most ${limits.acts} acts at once, not ${reported.length}.` };
    }
    try {
        return { ok: true, acts: reported.map(act => readAct(act, isId)) };
    } catch (error) {
        if (error instanceof Problem) {
            return { ok: false, problem: error.message };
        }
        throw error;
    }
}

function readAct(reported: ReportedAct, isId: (id: ID) => boolean): BehaviourAct {
    const set = Object.entries(reported).filter(([, value]) => value);
    if (set.length !== 1) {
        throw new Problem(`An act has exactly one of its fields set, not ${set.length}.`);
    }
    const productId = (id: ID) => {
        if (!isId(id)) {
            throw new Problem('A productId does not have the form of an id.');
        }
        return id;
    };
    const { productViewed, searched, recommendationShown, recommendationClicked } = reported;
    if (productViewed) {
        return { type: 'product-viewed', productId: productId(productViewed.productId) };
    }
    if (searched) {
        return readSearch(searched);
    }
    if (recommendationShown) {
        const { recommendationId, productIds } = recommendationShown;
        if (productIds.length < 1 || productIds.length > limits.productIds) {
            throw new Problem(`A recommendation shows 1 to ${limits.productIds} products.`);
        }
        return {
            type: 'recommendation-shown',
            recommendationId: readRecommendationId(recommendationId),
            productIds: productIds.map(productId),
        };
    }
    if (recommendationClicked) {
        return {
            type: 'recommendation-clicked',
            recommendationId: readRecommendationId(recommendationClicked.recommendationId),
            productId: productId(recommendationClicked.productId),
        };
    }
    throw new Problem('An act of an unknown kind.');
}

function readSearch({ term, resultCount }: { term: string; resultCount: number }): BehaviourAct {
    if (term.length > limits.termLength) {
        throw new Problem(`A term has at most ${limits.termLength} characters.`);
    }
    if (resultCount < 0) {
        throw new Problem('resultCount is 0 or more.');
    }
    return { type: 'searched', term, resultCount };
}

function readRecommendationId(id: string): string {
    if (!recommendationIds.test(id)) {
        throw new Problem(
            `A recommendationId has 1 to ${limits.recommendationIdLength} letters, digits, ".", "_" and "-".`,
        );
    }
    return id;
}
