/** How well one way of recommending does on what was held back from training. Shares from 0 to 1. */
export interface Score {
    /** Of a way of recommending: `model`, `popularity`, `random` and the like. */
    readonly name: string;
    readonly precision: number;
    readonly recall: number;
    /** Discounted cumulative gain out of the ideal one, so that the right thing on top counts most. */
    readonly ndcg: number;
    /** With 95 % confidence. */
    readonly ndcgFrom: number;
    readonly ndcgTo: number;
    /** Of the products that are recommended to anybody. */
    readonly coverage: number;
    /** Of the places that go to the tenth of the products that sells most. */
    readonly popularityBias: number;
}

/** What a model learned from, and what it can do. Holds no personal data. */
export interface ModelCard {
    readonly personal: string;
    readonly together: string;
    /** Of the orders, as dates in ISO 8601. */
    readonly from: string;
    readonly to: string;
    readonly orders: number;
    readonly lines: number;
    /** Views and carts with consent, and whether the model learned from them: only when it is no worse for it. */
    readonly events: number;
    readonly usesEvents: boolean;
    readonly products: number;
    /** Whose orders are linked with each other, since they agreed to it. */
    readonly people: number;
    /** Baskets after this moment were held back to measure, then learned from as well. */
    readonly heldBackSince: string;
    /** Shoppers that were measured on. */
    readonly measuredOn: number;
    readonly scores: readonly Score[];
    /** How far the last 30 days' sales lie from those before: 0 the same products, 1 none in common. */
    readonly drift: number;
    readonly seconds: number;
    readonly bytes: number;
}

/** The score of the baseline that each model has to beat. */
export const BASELINE_NAME = 'popularity';
/** The score of the model itself. */
export const MODEL_NAME = 'model';

/** The score that the model would have without views and carts, or with them: whichever it is not. */
export const WITHOUT_EVENTS_NAME = 'model without events';
export const WITH_EVENTS_NAME = 'model with events';

export function scoreOf(card: ModelCard, name: string): Score | undefined {
    return card.scores.find(score => score.name === name);
}
