import { setVariantCosts, type VariantCosts } from '@efi/plugin-kit';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';

/** What variants cost, for every plugin that asks. */
@Injectable()
export class SqlVariantCosts implements VariantCosts, OnApplicationBootstrap {
    constructor(private readonly connection: TransactionalConnection) {}

    onApplicationBootstrap(): void {
        setVariantCosts(this.connection.rawConnection, this);
    }

    async costsOf(ctx: RequestContext, variantIds: readonly ID[]): Promise<ReadonlyMap<ID, number>> {
        const rows = await this.connection.rawConnection.query<{ variantId: ID; cost: number }[]>(
            'SELECT "variantId", cost FROM efi_variant_cost WHERE "currencyCode" = $1 AND "variantId" = ANY($2::int[])',
            [ctx.channel.defaultCurrencyCode, variantIds],
        );
        const costs = new Map(rows.map(({ variantId, cost }) => [String(variantId), cost]));
        // By the ids that were given, which may be text or numbers.
        return new Map(
            variantIds.flatMap((id): [ID, number][] => {
                const cost = costs.get(String(id));
                return cost === undefined ? [] : [[id, cost]];
            }),
        );
    }
}
