import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COUNT_PRODUCTS } from './create-search-counts.migration';

/** Pairs are those of products whose variants are all alike: of others, each variant has pairs of its own. */
const numbers = (rows: string, change: string): string => `
    SELECT p."channelId", p."currencyCode", n.kind, n."collectionId", n.id, ${change} AS number
      FROM ${rows} p
     CROSS JOIN LATERAL (
           SELECT 'product' AS kind, 0 AS "collectionId", 0 AS id
           UNION ALL SELECT 'facetValue', 0, unnest(p."facetValueIds")
           UNION ALL SELECT 'collection', 0, unnest(p."collectionIds")
           UNION ALL SELECT 'facetValueInCollection', c, f
                       FROM unnest(p."collectionIds") c, unnest(p."facetValueIds") f WHERE p."isUniform"
     ) n`;

const KEY = '"channelId", "currencyCode", kind, "collectionId", id';

const add = (changes: string): string => `
    INSERT INTO efi_search_count AS known (${KEY}, number)
    SELECT ${KEY}, sum(number) FROM (${changes}) changed
     GROUP BY 1, 2, 3, 4, 5 HAVING sum(number) <> 0 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (${KEY}) DO UPDATE SET number = known.number + excluded.number;`;

const COUNT_PAIRS = `
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

const REKEY = (key: string): string => `
    ALTER TABLE efi_search_count DROP CONSTRAINT pk_efi_search_count,
        ADD CONSTRAINT pk_efi_search_count PRIMARY KEY (${key})`;

/** How many products of each collection have each facet value, for lists of one collection. */
export class CreateSearchCollectionCounts1796731000000 implements MigrationInterface {
    readonly name = 'CreateSearchCollectionCounts1796731000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('LOCK TABLE efi_search_product IN SHARE MODE');
        await queryRunner.query('ALTER TABLE efi_search_count ADD "collectionId" integer NOT NULL DEFAULT 0');
        await queryRunner.query('ALTER TABLE efi_search_count ALTER "collectionId" DROP DEFAULT');
        await queryRunner.query(REKEY(KEY));
        await queryRunner.query(COUNT_PAIRS);
        await queryRunner.query('DELETE FROM efi_search_count');
        await queryRunner.query(add(numbers('efi_search_product', '1')));
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DELETE FROM efi_search_count WHERE kind = 'facetValueInCollection'`);
        await queryRunner.query(REKEY('"channelId", "currencyCode", kind, id'));
        await queryRunner.query('ALTER TABLE efi_search_count DROP "collectionId"');
        await queryRunner.query(COUNT_PRODUCTS);
    }
}
