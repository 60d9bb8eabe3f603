import type { MigrationInterface, QueryRunner } from 'typeorm';

const keptRows = `
                id SERIAL NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                "updatedAt" timestamp with time zone NOT NULL DEFAULT now(),
                "channelId" integer NOT NULL,
                "languageCode" character varying NOT NULL,`;

/** In the order of a list that asks for nothing, with what is in stock before what isn't. */
const STOCK_INDEX = 'ix_efi_search_product_stock';

/** Synonyms, arranged terms, and what a channel has chosen. */
export class CreateSearchRules1796706000000 implements MigrationInterface {
    readonly name = 'CreateSearchRules1796706000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_search_synonym (${keptRows}
                terms text[] NOT NULL,
                meanings text[] NOT NULL,
                CONSTRAINT pk_efi_search_synonym PRIMARY KEY (id)
            )`);
        await queryRunner.query(
            'CREATE INDEX ix_efi_search_synonym_market ON efi_search_synonym ("channelId", "languageCode")',
        );
        await queryRunner.query(`
            CREATE TABLE efi_search_arrangement (${keptRows}
                term text NOT NULL,
                "plainTerm" text NOT NULL,
                "pinnedIds" integer[] NOT NULL,
                "hiddenIds" integer[] NOT NULL,
                CONSTRAINT pk_efi_search_arrangement PRIMARY KEY (id)
            )`);
        await queryRunner.query(`
            CREATE UNIQUE INDEX ux_efi_search_arrangement_term
                ON efi_search_arrangement ("channelId", "languageCode", "plainTerm")`);
        await queryRunner.query(`
            CREATE TABLE efi_search_setting (
                "channelId" integer NOT NULL,
                "inStockFirst" boolean,
                CONSTRAINT pk_efi_search_setting PRIMARY KEY ("channelId")
            )`);
        await queryRunner.query(`
            CREATE INDEX ${STOCK_INDEX} ON efi_search_product
                ("channelId", "currencyCode", "inStock" DESC, ("variantIds"[1]), "productId")`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP INDEX ${STOCK_INDEX}`);
        await queryRunner.query('DROP TABLE efi_search_setting');
        await queryRunner.query('DROP TABLE efi_search_arrangement');
        await queryRunner.query('DROP TABLE efi_search_synonym');
    }
}
