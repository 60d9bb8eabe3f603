import type { ID, RequestContext } from '@vendure/core';
import type { DataSource } from 'typeorm';

/** Knows what variants cost the merchant. */
export interface VariantCosts {
    /**
     * Unit costs without tax, in the minor unit of the channel's default currency, as Vendure keeps prices. A variant
     * whose cost is not known is left out.
     */
    costsOf(ctx: RequestContext, variantIds: readonly ID[]): Promise<ReadonlyMap<ID, number>>;
}

/** Knows no cost. */
const unknown: VariantCosts = { costsOf: () => Promise.resolve(new Map()) };

const costs = new WeakMap<DataSource, VariantCosts>();

/**
 * The costs of one running application, told apart by its data source. Until a plugin sets its own, no cost is
 * known. Ask for it when it is used.
 */
export function variantCosts(dataSource: DataSource): VariantCosts {
    return costs.get(dataSource) ?? unknown;
}

/** Has `source` say what variants cost from now on, for the application with this data source. */
export function setVariantCosts(dataSource: DataSource, source: VariantCosts): void {
    costs.set(dataSource, source);
}
