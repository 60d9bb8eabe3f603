import type { RequestContext } from '@vendure/core';
import type { Memberships, ProductFacts } from '../../domain/serving/candidate';

/** The catalogue as it is at this moment, in the channel and currency of the request. */
export abstract class Catalogue {
    /**
     * Facts about those products that can be bought now: enabled, in the channel, with a price in the currency and a
     * variant in stock. All others are left out. A few statements, however many products. Without memberships.
     */
    abstract available(
        ctx: RequestContext,
        productIds: readonly number[],
    ): Promise<ReadonlyMap<number, ProductFacts>>;

    abstract memberships(productIds: readonly number[]): Promise<ReadonlyMap<number, Memberships>>;
}
