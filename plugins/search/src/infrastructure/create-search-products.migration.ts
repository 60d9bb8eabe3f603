import type { MigrationInterface, QueryRunner } from 'typeorm';

const FILL = `
    INSERT INTO efi_search_product
    SELECT "productId", "channelId", "currencyCode", array_agg("variantId" ORDER BY "variantId"), min(price), max(price),
           min("priceWithTax"), max("priceWithTax"), bool_or("inStock"), bool_or("productInStock"),
           min("facetValueIds") = max("facetValueIds") AND min("collectionIds") = max("collectionIds"),
           ARRAY(SELECT DISTINCT unnest(i."facetValueIds") FROM efi_search_item i
                  WHERE i.enabled AND i."productId" = item."productId" AND i."channelId" = item."channelId"
                    AND i."currencyCode" = item."currencyCode" ORDER BY 1),
           ARRAY(SELECT DISTINCT unnest(i."collectionIds") FROM efi_search_item i
                  WHERE i.enabled AND i."productId" = item."productId" AND i."channelId" = item."channelId"
                    AND i."currencyCode" = item."currencyCode" ORDER BY 1)
      FROM efi_search_item item WHERE enabled GROUP BY "productId", "channelId", "currencyCode"`;

export class CreateSearchProducts1795946400000 implements MigrationInterface {
    readonly name = 'CreateSearchProducts1795946400000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_search_product (
                "productId" integer NOT NULL,
                "channelId" integer NOT NULL,
                "currencyCode" character varying NOT NULL,
                "variantIds" integer[] NOT NULL,
                price bigint NOT NULL,
                "maxPrice" bigint NOT NULL,
                "priceWithTax" bigint NOT NULL,
                "maxPriceWithTax" bigint NOT NULL,
                "inStock" boolean NOT NULL,
                "productInStock" boolean NOT NULL,
                "isUniform" boolean NOT NULL,
                "facetValueIds" integer[] NOT NULL,
                "collectionIds" integer[] NOT NULL,
                CONSTRAINT pk_efi_search_product PRIMARY KEY ("productId", "channelId", "currencyCode")
            )`);
        await queryRunner.query(
            'CREATE INDEX ix_efi_search_product_facet_values ON efi_search_product USING gin ("facetValueIds")',
        );
        await queryRunner.query(
            'CREATE INDEX ix_efi_search_product_collections ON efi_search_product USING gin ("collectionIds")',
        );
        await queryRunner.query(FILL);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_search_product');
    }
}
