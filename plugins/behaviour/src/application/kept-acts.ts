import type { BehaviourAct, BehaviourActType } from '@efi/plugin-kit';
import type { ID } from '@vendure/core';
import { keptTerm } from '../domain/search-term';

/** What the table keeps of an act: never an order, never a person. */
export interface KeptAct {
    readonly type: BehaviourActType;
    readonly productId: ID | null;
    readonly productVariantId: ID | null;
    readonly quantity: number | null;
    readonly term: string | null;
    readonly resultCount: number | null;
    readonly recommendationId: string | null;
}

const nothing = {
    productId: null,
    productVariantId: null,
    quantity: null,
    term: null,
    resultCount: null,
    recommendationId: null,
};

/** The rows of an act: one for each product in it, and one for a search. */
export function keptActs(act: BehaviourAct): KeptAct[] {
    switch (act.type) {
        case 'product-viewed':
            return [{ ...nothing, type: act.type, productId: act.productId }];
        case 'searched':
            return [
                {
                    ...nothing,
                    type: act.type,
                    term: keptTerm(act.term) ?? null,
                    resultCount: act.resultCount,
                },
            ];
        case 'recommendation-shown':
            return act.productIds.map(productId => ({
                ...nothing,
                type: act.type,
                productId,
                recommendationId: act.recommendationId,
            }));
        case 'recommendation-clicked': {
            const { type, productId, recommendationId } = act;
            return [{ ...nothing, type, productId, recommendationId }];
        }
        case 'added-to-cart':
        case 'removed-from-cart': {
            const { type, productId, productVariantId, quantity } = act;
            return [{ ...nothing, type, productId, productVariantId, quantity }];
        }
        case 'order-placed':
            return act.lines.map(line => ({ ...nothing, type: act.type, ...line }));
    }
}
