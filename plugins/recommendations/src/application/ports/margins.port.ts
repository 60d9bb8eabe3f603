import type { RequestContext } from '@vendure/core';
import type { ProductFacts } from '../../domain/serving/candidate';

/** What is earned on products. */
export abstract class Margins {
    /**
     * What is earned on the variant that each product's price is of, as a share of its net price. A product whose cost
     * is not known is left out.
     */
    abstract of(ctx: RequestContext, products: readonly ProductFacts[]): Promise<ReadonlyMap<number, number>>;
}
