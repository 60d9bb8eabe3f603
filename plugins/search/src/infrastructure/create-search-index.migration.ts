import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSearchIndex1795854600000 implements MigrationInterface {
    readonly name = 'CreateSearchIndex1795854600000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_search_item (
                "productId" integer NOT NULL,
                "variantId" integer NOT NULL,
                "channelId" integer NOT NULL,
                "currencyCode" character varying NOT NULL,
                enabled boolean NOT NULL,
                price bigint NOT NULL,
                "priceWithTax" bigint NOT NULL,
                "inStock" boolean NOT NULL,
                "productInStock" boolean NOT NULL,
                "facetIds" integer[] NOT NULL,
                "facetValueIds" integer[] NOT NULL,
                "collectionIds" integer[] NOT NULL,
                "channelIds" integer[] NOT NULL,
                "productAssetId" integer,
                "variantAssetId" integer,
                CONSTRAINT pk_efi_search_item PRIMARY KEY ("productId", "variantId", "channelId", "currencyCode")
            )`);
        await queryRunner.query(
            'CREATE INDEX ix_efi_search_item_facet_values ON efi_search_item USING gin ("facetValueIds")',
        );
        await queryRunner.query(
            'CREATE INDEX ix_efi_search_item_collections ON efi_search_item USING gin ("collectionIds")',
        );
        await queryRunner.query(`
            CREATE TABLE efi_search_text (
                "productId" integer NOT NULL,
                "variantId" integer NOT NULL,
                "languageCode" character varying NOT NULL,
                sku text NOT NULL,
                slug text NOT NULL,
                "productName" text NOT NULL,
                "variantName" text NOT NULL,
                description text NOT NULL,
                words tsvector NOT NULL,
                CONSTRAINT pk_efi_search_text PRIMARY KEY ("productId", "variantId", "languageCode")
            )`);
        await queryRunner.query('CREATE INDEX ix_efi_search_text_words ON efi_search_text USING gin (words)');
        await queryRunner.query(`
            CREATE TABLE efi_search_pending (
                id bigserial NOT NULL,
                "productId" integer NOT NULL,
                due timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
                CONSTRAINT pk_efi_search_pending PRIMARY KEY (id)
            )`);
        // The first worker that starts finds what was there before.
        await queryRunner.query(
            'INSERT INTO efi_search_pending ("productId") SELECT id FROM product WHERE "deletedAt" IS NULL',
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_search_pending');
        await queryRunner.query('DROP TABLE efi_search_text');
        await queryRunner.query('DROP TABLE efi_search_item');
    }
}
