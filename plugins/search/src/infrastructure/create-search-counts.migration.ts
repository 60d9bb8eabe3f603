import type { MigrationInterface, QueryRunner } from 'typeorm';

const numbers = (rows: string, change: string): string => `
    SELECT p."channelId", p."currencyCode", n.kind, n.id, ${change} AS number
      FROM ${rows} p
     CROSS JOIN LATERAL (
           SELECT 'product' AS kind, 0 AS id
           UNION ALL SELECT 'facetValue', unnest(p."facetValueIds")
           UNION ALL SELECT 'collection', unnest(p."collectionIds")
     ) n`;

const add = (changes: string): string => `
    INSERT INTO efi_search_count AS known ("channelId", "currencyCode", kind, id, number)
    SELECT "channelId", "currencyCode", kind, id, sum(number) FROM (${changes}) changed
     GROUP BY 1, 2, 3, 4 HAVING sum(number) <> 0 ORDER BY 1, 2, 3, 4
    ON CONFLICT ("channelId", "currencyCode", kind, id) DO UPDATE SET number = known.number + excluded.number;`;

/** Once for each statement, however many rows it writes. */
export const COUNT_PRODUCTS = `
    CREATE OR REPLACE FUNCTION efi_search_count_products() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'INSERT' THEN
            ${add(numbers('come', '1'))}
        ELSIF TG_OP = 'DELETE' THEN
            ${add(numbers('gone', '-1'))}
        ELSIF TG_OP = 'UPDATE' THEN
            ${add(`${numbers('come', '1')} UNION ALL ${numbers('gone', '-1')}`)}
        ELSE
            DELETE FROM efi_search_count;
        END IF;
        RETURN NULL;
    END $$`;

const TRIGGERS = {
    INSERT: 'REFERENCING NEW TABLE AS come',
    UPDATE: 'REFERENCING NEW TABLE AS come OLD TABLE AS gone',
    DELETE: 'REFERENCING OLD TABLE AS gone',
    TRUNCATE: '',
} as const;

/** In the order of a list that asks for nothing, or for prices. */
const INDEXES = {
    ix_efi_search_product_order: `"channelId", "currencyCode", ("variantIds"[1]), "productId"`,
    ix_efi_search_product_price: `"channelId", "currencyCode", price, ("variantIds"[1]), "productId"`,
} as const;

/** How many products there are, and with which facet value and collection, for lists of everything. */
export class CreateSearchCounts1796490000000 implements MigrationInterface {
    readonly name = 'CreateSearchCounts1796490000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_search_count (
                "channelId" integer NOT NULL,
                "currencyCode" character varying NOT NULL,
                kind character varying NOT NULL,
                id integer NOT NULL,
                number integer NOT NULL,
                CONSTRAINT pk_efi_search_count PRIMARY KEY ("channelId", "currencyCode", kind, id)
            )`);
        await queryRunner.query(COUNT_PRODUCTS);
        for (const [event, tables] of Object.entries(TRIGGERS)) {
            await queryRunner.query(`
                CREATE TRIGGER efi_search_count_${event.toLowerCase()} AFTER ${event} ON efi_search_product ${tables}
                   FOR EACH STATEMENT EXECUTE FUNCTION efi_search_count_products()`);
        }
        for (const [name, columns] of Object.entries(INDEXES)) {
            await queryRunner.query(`CREATE INDEX ${name} ON efi_search_product (${columns})`);
        }
        await queryRunner.query(add(numbers('efi_search_product', '1')));
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const event of Object.keys(TRIGGERS)) {
            await queryRunner.query(
                `DROP TRIGGER efi_search_count_${event.toLowerCase()} ON efi_search_product`,
            );
        }
        await queryRunner.query('DROP FUNCTION efi_search_count_products()');
        for (const name of Object.keys(INDEXES)) {
            await queryRunner.query(`DROP INDEX ${name}`);
        }
        await queryRunner.query('DROP TABLE efi_search_count');
    }
}
