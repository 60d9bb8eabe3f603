import { Injectable } from '@nestjs/common';
import { variantCosts } from '@efi/plugin-kit';
import {
    type ID,
    type RequestContext,
    TaxCategory,
    TaxRateService,
    TransactionalConnection,
    type Zone,
} from '@vendure/core';
import { Margins } from '../application/ports/margins.port';
import type { ProductFacts } from '../domain/serving/candidate';

interface PriceRow {
    readonly variantId: number;
    readonly price: number;
    readonly taxCategoryId: ID;
}

/** In the currency in which costs are told, whatever the shopper pays in. */
const prices = `
    SELECT DISTINCT ON (v.id) v.id AS "variantId", p.price, v."taxCategoryId"
      FROM product_variant v
      JOIN product_variant_price p ON p."variantId" = v.id AND p."channelId" = $2 AND p."currencyCode" = $3
     WHERE v.id = ANY($1::int[])
     ORDER BY v.id, p.id DESC`;

/** {@link Margins} from the shop's prices and the costs that a plugin knows, by the kit's `variantCosts`. */
@Injectable()
export class SqlMargins extends Margins {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly taxRates: TaxRateService,
    ) {
        super();
    }

    async of(ctx: RequestContext, products: readonly ProductFacts[]): Promise<ReadonlyMap<number, number>> {
        const ids = products.map(({ variantId }) => variantId);
        const costs = await variantCosts(this.connection.rawConnection).costsOf(ctx, ids);
        if (costs.size === 0) {
            return new Map();
        }
        const known = new Map([...costs].map(([id, cost]) => [Number(id), cost]));
        const net = await this.netPrices(ctx, [...known.keys()]);
        return new Map(
            products.flatMap(({ productId, variantId }): Array<[number, number]> => {
                const [price, cost] = [net.get(variantId), known.get(variantId)];
                return price === undefined || cost === undefined || price <= 0
                    ? []
                    : [[productId, (price - cost) / price]];
            }),
        );
    }

    private async netPrices(ctx: RequestContext, ids: readonly number[]): Promise<Map<number, number>> {
        const { channel } = ctx;
        const rows = await this.connection.rawConnection.query<PriceRow[]>(prices, [
            ids,
            channel.id,
            channel.defaultCurrencyCode,
        ]);
        if (!channel.pricesIncludeTax) {
            return new Map(rows.map(({ variantId, price }) => [variantId, price]));
        }
        const net = await Promise.all(rows.map(row => this.netOf(ctx, channel.defaultTaxZone, row)));
        return new Map(rows.map(({ variantId }, index) => [variantId, net[index] ?? 0]));
    }

    private async netOf(
        ctx: RequestContext,
        zone: Zone,
        { price, taxCategoryId }: PriceRow,
    ): Promise<number> {
        const category = new TaxCategory({ id: taxCategoryId });
        return (await this.taxRates.getApplicableTaxRate(ctx, zone, category)).netPriceOf(price);
    }
}
