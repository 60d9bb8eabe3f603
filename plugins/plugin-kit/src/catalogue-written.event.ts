import { type ID, type RequestContext, VendureEvent } from '@vendure/core';

/**
 * Products were written by SQL, past the services that publish Vendure's own events: with their variants, prices,
 * stock and facets. Published in the transaction that wrote them, once for many products.
 */
export class CatalogueWrittenEvent extends VendureEvent {
    constructor(
        readonly ctx: RequestContext,
        /** New ones, and those that are not what they were before. */
        readonly productIds: readonly ID[],
    ) {
        super();
    }
}
