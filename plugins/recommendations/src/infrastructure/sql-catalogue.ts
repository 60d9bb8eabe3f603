import { Injectable } from '@nestjs/common';
import { queryPrepared } from '@efi/plugin-kit';
import { ConfigService, type RequestContext, StockLevel, TransactionalConnection } from '@vendure/core';
import { Catalogue } from '../application/ports/catalogue.port';
import type { Memberships, ProductFacts } from '../domain/serving/candidate';

/** A variant in one of its stock locations; without any, those columns are null. */
interface OfferRow {
    readonly productId: number;
    readonly category: number | null;
    readonly id: number;
    readonly price: number;
    /** Null when the stock is not tracked. */
    readonly threshold: number | null;
    readonly stockLocationId: number | null;
    readonly stockOnHand: number | null;
    readonly stockAllocated: number | null;
}

interface Offer extends Pick<OfferRow, 'id' | 'price' | 'threshold'> {
    readonly levels: StockLevel[];
}

/** A product's variants that have a price. */
interface OfferedProduct {
    readonly productId: number;
    readonly category: number | undefined;
    readonly offers: Map<number, Offer>;
}

interface MembershipRow {
    readonly productId: number;
    readonly facetValueIds: number[];
    readonly collectionIds: number[];
}

/** What can be bought by channel and price; whether it is in stock is for the shop's own strategy to say. */
const forSale = `
    WITH settings AS (
        SELECT "trackInventory", "outOfStockThreshold" FROM global_settings ORDER BY id LIMIT 1
    ), wanted AS MATERIALIZED (
        SELECT p.id,
               (SELECT f."facetValueId" FROM product_facet_values_facet_value f
                  JOIN facet_value value ON value.id = f."facetValueId"
                  JOIN facet ON facet.id = value."facetId" AND facet.code = $4
                 WHERE f."productId" = p.id ORDER BY f."facetValueId" LIMIT 1) AS category
          FROM product p
          JOIN product_channels_channel c ON c."productId" = p.id AND c."channelId" = $2
         WHERE p.id = ANY($1::int[]) AND p.enabled AND p."deletedAt" IS NULL
    )
    SELECT p.id AS "productId", p.category, v.id, price.price,
           CASE WHEN v."trackInventory" = 'FALSE' OR (v."trackInventory" = 'INHERIT' AND NOT s."trackInventory")
                THEN NULL
                WHEN v."useGlobalOutOfStockThreshold" THEN s."outOfStockThreshold"
                ELSE v."outOfStockThreshold" END AS threshold,
           l."stockLocationId", l."stockOnHand", l."stockAllocated"
      FROM wanted p
      CROSS JOIN settings s
      JOIN product_variant v ON v."productId" = p.id AND v.enabled AND v."deletedAt" IS NULL
      JOIN product_variant_channels_channel c ON c."productVariantId" = v.id AND c."channelId" = $2
      JOIN LATERAL (
          SELECT price FROM product_variant_price
           WHERE "variantId" = v.id AND "channelId" = $2 AND "currencyCode" = $3
           ORDER BY id DESC LIMIT 1
      ) price ON true
      LEFT JOIN stock_level l ON l."productVariantId" = v.id`;

const belongings = `
    SELECT p.id AS "productId",
           ARRAY(SELECT f."facetValueId" FROM product_facet_values_facet_value f WHERE f."productId" = p.id)
               AS "facetValueIds",
           ARRAY(SELECT DISTINCT k."collectionId" FROM collection_product_variants_product_variant k
                  JOIN product_variant v ON v.id = k."productVariantId" WHERE v."productId" = p.id)
               AS "collectionIds"
      FROM unnest($1::int[]) AS p (id)`;

/** {@link Catalogue} in one statement each, and what the shop's stock strategy asks for by itself. */
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
        const rows = await this.query<OfferRow>(forSale, [
            productIds,
            ctx.channelId,
            ctx.currencyCode,
            this.categoryFacet,
        ]);
        const facts = await Promise.all(byProduct(rows).map(product => this.factsOf(ctx, product)));
        return new Map(facts.flatMap(fact => (fact ? [[fact.productId, fact]] : [])));
    }

    async memberships(productIds: readonly number[]): Promise<ReadonlyMap<number, Memberships>> {
        const rows = await this.query<MembershipRow>(belongings, [productIds]);
        return new Map(
            rows.map(({ productId, facetValueIds, collectionIds }) => [
                productId,
                { facetValueIds: new Set(facetValueIds), collectionIds: new Set(collectionIds) },
            ]),
        );
    }

    private async factsOf(
        ctx: RequestContext,
        { productId, category, offers }: OfferedProduct,
    ): Promise<ProductFacts | undefined> {
        const cheapestFirst = [...offers.values()].sort((a, b) => a.price - b.price || a.id - b.id);
        for (const offer of cheapestFirst) {
            if (await this.isInStock(ctx, offer)) {
                return { productId, price: offer.price, variantId: offer.id, category };
            }
        }
        return undefined;
    }

    /** As Vendure tells it, so that reservations of other plugins count. */
    private async isInStock(ctx: RequestContext, { id, threshold, levels }: Offer): Promise<boolean> {
        if (threshold === null) {
            return true;
        }
        const { stockLocationStrategy } = this.config.catalogOptions;
        const { stockOnHand, stockAllocated } = await stockLocationStrategy.getAvailableStock(
            ctx,
            id,
            levels,
        );
        return stockOnHand - stockAllocated - threshold > 0;
    }

    private query<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
        return queryPrepared<Row>(this.connection.rawConnection.manager, text, values);
    }
}

function byProduct(rows: readonly OfferRow[]): OfferedProduct[] {
    const products = new Map<number, OfferedProduct>();
    for (const row of rows) {
        const { productId, category, id, price, threshold } = row;
        const product = products.get(productId) ?? {
            ...{ productId, category: category ?? undefined, offers: new Map<number, Offer>() },
        };
        const offer = product.offers.get(id) ?? { id, price, threshold, levels: [] };
        offer.levels.push(...levelOf(row));
        product.offers.set(id, offer);
        products.set(productId, product);
    }
    return [...products.values()];
}

function levelOf({ id, stockLocationId, stockOnHand, stockAllocated }: OfferRow): StockLevel[] {
    if (stockLocationId === null || stockOnHand === null || stockAllocated === null) {
        return [];
    }
    return [new StockLevel({ productVariantId: id, stockLocationId, stockOnHand, stockAllocated })];
}
