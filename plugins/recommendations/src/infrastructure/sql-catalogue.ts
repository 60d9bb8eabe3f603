import { Injectable } from '@nestjs/common';
import { queryPrepared } from '@efi/plugin-kit';
import { ConfigService, type RequestContext, StockLevel, TransactionalConnection } from '@vendure/core';
import { Catalogue } from '../application/ports/catalogue.port';
import type { ProductFacts } from '../domain/serving/candidate';

interface VariantRow {
    readonly id: number;
    readonly price: number;
    /** Null when the stock is not tracked. */
    readonly threshold: number | null;
    readonly levels: ReadonlyArray<Pick<StockLevel, 'stockLocationId' | 'stockOnHand' | 'stockAllocated'>>;
}

interface ProductRow {
    readonly productId: number;
    readonly createdAt: Date;
    readonly facetValueIds: number[];
    readonly collectionIds: number[];
    readonly category: number | null;
    readonly variants: readonly VariantRow[];
}

/** What can be bought by channel and price; whether it is in stock is for the shop's own strategy to say. */
const forSale = `
    WITH settings AS (
        SELECT "trackInventory", "outOfStockThreshold" FROM global_settings ORDER BY id LIMIT 1
    ), offered AS (
        SELECT v.id, v."productId", price.price,
               CASE WHEN v."trackInventory" = 'FALSE' OR (v."trackInventory" = 'INHERIT' AND NOT s."trackInventory")
                    THEN NULL
                    WHEN v."useGlobalOutOfStockThreshold" THEN s."outOfStockThreshold"
                    ELSE v."outOfStockThreshold" END AS threshold,
               coalesce((
                   SELECT json_agg(json_build_object('stockLocationId', l."stockLocationId",
                                   'stockOnHand', l."stockOnHand", 'stockAllocated', l."stockAllocated"))
                     FROM stock_level l WHERE l."productVariantId" = v.id
               ), '[]') AS levels
          FROM product_variant v
          CROSS JOIN settings s
          JOIN product_variant_channels_channel c ON c."productVariantId" = v.id AND c."channelId" = $2
          JOIN LATERAL (
              SELECT p.price FROM product_variant_price p
               WHERE p."variantId" = v.id AND p."channelId" = $2 AND p."currencyCode" = $3
               ORDER BY p.id DESC LIMIT 1
          ) price ON true
         WHERE v."productId" = ANY($1::int[]) AND v.enabled AND v."deletedAt" IS NULL
    )
    SELECT p.id AS "productId", p."createdAt",
           json_agg(json_build_object('id', o.id, 'price', o.price, 'threshold', o.threshold, 'levels', o.levels))
               AS variants,
           ARRAY(SELECT f."facetValueId" FROM product_facet_values_facet_value f WHERE f."productId" = p.id)
               AS "facetValueIds",
           ARRAY(SELECT DISTINCT k."collectionId" FROM collection_product_variants_product_variant k
                  JOIN product_variant v ON v.id = k."productVariantId" WHERE v."productId" = p.id)
               AS "collectionIds",
           (SELECT f."facetValueId" FROM product_facet_values_facet_value f
              JOIN facet_value value ON value.id = f."facetValueId"
              JOIN facet ON facet.id = value."facetId" AND facet.code = $4
             WHERE f."productId" = p.id ORDER BY f."facetValueId" LIMIT 1) AS category
      FROM product p
      JOIN product_channels_channel c ON c."productId" = p.id AND c."channelId" = $2
      JOIN offered o ON o."productId" = p.id
     WHERE p.enabled AND p."deletedAt" IS NULL
     GROUP BY p.id`;

/** {@link Catalogue} in one statement, and what the shop's stock strategy asks for by itself. */
@Injectable()
export class SqlCatalogue extends Catalogue {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly config: ConfigService,
        private readonly categoryFacet: string,
    ) {
        super();
    }

    async available(
        ctx: RequestContext,
        productIds: readonly number[],
    ): Promise<ReadonlyMap<number, ProductFacts>> {
        if (productIds.length === 0) {
            return new Map();
        }
        const rows = await queryPrepared<ProductRow>(this.connection.rawConnection.manager, forSale, [
            productIds,
            ctx.channelId,
            ctx.currencyCode,
            this.categoryFacet,
        ]);
        const facts = await Promise.all(rows.map(row => this.factsOf(ctx, row)));
        return new Map(facts.flatMap(fact => (fact ? [[fact.productId, fact]] : [])));
    }

    private async factsOf(ctx: RequestContext, row: ProductRow): Promise<ProductFacts | undefined> {
        const inStock = await Promise.all(row.variants.map(variant => this.isInStock(ctx, variant)));
        const [cheapest] = row.variants
            .filter((_, index) => inStock[index])
            .sort((a, b) => a.price - b.price || a.id - b.id);
        if (!cheapest) {
            return undefined;
        }
        return {
            productId: row.productId,
            createdAt: row.createdAt,
            price: cheapest.price,
            variantId: cheapest.id,
            category: row.category ?? undefined,
            facetValueIds: new Set(row.facetValueIds),
            collectionIds: new Set(row.collectionIds),
        };
    }

    /** As Vendure tells it, so that reservations of other plugins count. */
    private async isInStock(ctx: RequestContext, { id, threshold, levels }: VariantRow): Promise<boolean> {
        if (threshold === null) {
            return true;
        }
        const { stockLocationStrategy } = this.config.catalogOptions;
        const { stockOnHand, stockAllocated } = await stockLocationStrategy.getAvailableStock(
            ctx,
            id,
            levels.map(level => new StockLevel({ ...level, productVariantId: id })),
        );
        return stockOnHand - stockAllocated - threshold > 0;
    }
}
