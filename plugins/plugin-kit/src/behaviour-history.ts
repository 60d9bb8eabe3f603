import type { ID } from '@vendure/core';
import type { DataSource } from 'typeorm';

/** An act about a product, as it was kept with consent. */
export interface PastAct {
    readonly type: 'product-viewed' | 'added-to-cart';
    readonly at: Date;
    readonly productId: ID;
    /** The visit's pseudonym of that time. Only with consent to analytics. */
    readonly session: string | null;
    /** Only with consent to personalisation that was not revoked since. */
    readonly customerId: ID | null;
}

/** Knows what shoppers did, as far as they agreed to have it kept. */
export interface BehaviourHistory {
    /** Views and carts since a moment, in parts, in no certain order. */
    acts(since: Date): AsyncIterable<readonly PastAct[]>;
}

/** Knows nothing. */
const nothing: BehaviourHistory = {
    async *acts() {
        await Promise.resolve();
        yield [];
    },
};

const histories = new WeakMap<DataSource, BehaviourHistory>();

/**
 * What is kept of shoppers' acts in one running application, told apart by its data source. Until a plugin sets its
 * own, nothing. Ask for it when it is used.
 */
export function behaviourHistory(dataSource: DataSource): BehaviourHistory {
    return histories.get(dataSource) ?? nothing;
}

/** Has `history` tell what shoppers did from now on, for the application with this data source. */
export function setBehaviourHistory(dataSource: DataSource, history: BehaviourHistory): void {
    histories.set(dataSource, history);
}
