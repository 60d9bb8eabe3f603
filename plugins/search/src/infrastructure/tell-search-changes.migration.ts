import { SHOP_CHANGES_CHANNEL } from '@efi/plugin-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of more rows in one statement, or more parts of a table, the table as a whole is told. */
const MOST_ROWS = 500;
const MOST_PARTS = 1_000;

/** Columns of a table by what they decide. */
interface Offers {
    readonly key: readonly string[];
    /** Beside price and stock: which searches find the row, in what order, and what is counted. */
    readonly facts: readonly string[];
    readonly prices: readonly string[];
}

const STOCK = ['inStock', 'productInStock'];

const OFFERS: Readonly<Record<string, Offers>> = {
    efi_search_item: {
        key: ['productId', 'variantId', 'channelId', 'currencyCode'],
        facts: ['enabled', 'facetValueIds', 'collectionIds'],
        prices: ['price', 'priceWithTax'],
    },
    efi_search_product: {
        key: ['productId', 'channelId', 'currencyCode'],
        facts: ['variantIds', 'isUniform', 'facetValueIds', 'collectionIds'],
        prices: ['price', 'maxPrice', 'priceWithTax', 'maxPriceWithTax'],
    },
};

const WORDS = ['sku', 'productName', 'variantName', 'description', 'words'];

const quoted = (columns: readonly string[]): string => columns.map(name => `"${name}"`).join(', ');

const differ = (columns: readonly string[]): string =>
    ['come', 'gone']
        .map(row => `(${columns.map(name => `${row}."${name}"`).join(', ')})`)
        .join(' IS DISTINCT FROM ');

/** Rows as they were and as they are, beside each other. One without the other came, went or got another key. */
const changedOffers = ({ key, facts, prices }: Offers): string => `
    SELECT "channelId" || ' ' || "currencyCode" AS market, "productId",
           come IS NULL OR gone IS NULL OR ${differ(facts)} AS facts, ${differ(prices)} AS prices, ${differ(STOCK)} AS stock,
           come."facetValueIds" || gone."facetValueIds" AS values, come."collectionIds" || gone."collectionIds" AS collections
      FROM come FULL JOIN gone USING (${quoted(key)})
     WHERE come IS DISTINCT FROM gone`;

/** As `readParts` has them. Whoever depends on prices or stock depends on the facts, too. */
const partsOfOffers = (offers: Offers): string => `
    changed AS MATERIALIZED (${changedOffers(offers)})
    SELECT market || ' shown ' || "productId" AS part FROM changed
     UNION
    SELECT market || ' ' || aspect.name || ' ' || one.name
      FROM changed
     CROSS JOIN LATERAL (
           VALUES ('facts', facts), ('price', prices AND NOT facts), ('stock', stock AND NOT facts)
     ) AS aspect(name, differs)
     CROSS JOIN LATERAL (
           SELECT 'all' AS name UNION SELECT 'f' || unnest(values) UNION SELECT 'c' || unnest(collections)
     ) one
     WHERE aspect.differs`;

const PARTS_OF_TEXTS = `
    changed AS MATERIALIZED (
        SELECT "languageCode" AS language, "productId",
               come IS NULL OR gone IS NULL OR ${differ(WORDS)} AS words,
               come IS NULL OR gone IS NULL OR ${differ(['productName'])} AS names
          FROM come FULL JOIN gone USING ("productId", "variantId", "languageCode")
         WHERE come IS DISTINCT FROM gone
    )
    SELECT language || ' shown ' || "productId" AS part FROM changed
     UNION SELECT language || ' words' FROM changed WHERE words
     UNION SELECT language || ' names' FROM changed WHERE names`;

const areFew = (rows: string): string =>
    `(SELECT count(*) FROM (SELECT FROM ${rows} LIMIT ${MOST_ROWS + 1}) few) <= ${MOST_ROWS}`;

/** @param parts - A list of CTEs and what is selected from them, of the rows `come` and `gone`. */
const tellParts = (name: string, parts: string): string => `
    CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        told text[];
    BEGIN
        IF TG_OP = 'INSERT' THEN
            IF ${areFew('come')} THEN
                told := ARRAY(WITH gone AS (SELECT * FROM come WHERE false), ${parts});
            END IF;
        ELSIF TG_OP = 'DELETE' THEN
            IF ${areFew('gone')} THEN
                told := ARRAY(WITH come AS (SELECT * FROM gone WHERE false), ${parts});
            END IF;
        ELSIF TG_OP = 'UPDATE' THEN
            IF ${areFew('come')} THEN
                told := ARRAY(WITH ${parts});
            END IF;
        END IF;
        IF told IS NULL OR cardinality(told) > ${MOST_PARTS} THEN
            PERFORM pg_notify('${SHOP_CHANGES_CHANNEL}', TG_TABLE_NAME);
        ELSE
            PERFORM pg_notify('${SHOP_CHANGES_CHANNEL}', TG_TABLE_NAME || '@' || part) FROM unnest(told) AS part;
        END IF;
        RETURN NULL;
    END $$`;

/** For tables of which any row may be in any answer that reads them. */
const TELL_ALL = `
    CREATE FUNCTION efi_search_tell_all() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        has_changed boolean := true;
    BEGIN
        IF TG_OP = 'INSERT' THEN
            has_changed := EXISTS (SELECT FROM come);
        ELSIF TG_OP = 'DELETE' THEN
            has_changed := EXISTS (SELECT FROM gone);
        ELSIF TG_OP = 'UPDATE' THEN
            has_changed := EXISTS (SELECT * FROM come EXCEPT SELECT * FROM gone);
        END IF;
        IF has_changed THEN
            PERFORM pg_notify('${SHOP_CHANGES_CHANNEL}', TG_TABLE_NAME);
        END IF;
        RETURN NULL;
    END $$`;

const FUNCTIONS: Readonly<Record<string, string>> = {
    efi_search_item: 'efi_search_tell_items',
    efi_search_product: 'efi_search_tell_products',
    efi_search_text: 'efi_search_tell_texts',
    efi_search_count: 'efi_search_tell_all',
    efi_search_word: 'efi_search_tell_all',
};

const ROWS = {
    INSERT: 'REFERENCING NEW TABLE AS come',
    UPDATE: 'REFERENCING NEW TABLE AS come OLD TABLE AS gone',
    DELETE: 'REFERENCING OLD TABLE AS gone',
    TRUNCATE: '',
} as const;

/**
 * Tells caches what of the index has changed, whoever writes it: once for each statement, and when the transaction
 * commits.
 */
export class TellSearchChanges1796792400000 implements MigrationInterface {
    readonly name = 'TellSearchChanges1796792400000';

    async up(queryRunner: QueryRunner): Promise<void> {
        for (const [table, offers] of Object.entries(OFFERS)) {
            await queryRunner.query(tellParts(FUNCTIONS[table] ?? '', partsOfOffers(offers)));
        }
        await queryRunner.query(tellParts('efi_search_tell_texts', PARTS_OF_TEXTS));
        await queryRunner.query(TELL_ALL);
        for (const [table, name] of Object.entries(FUNCTIONS)) {
            for (const [event, rows] of Object.entries(ROWS)) {
                await queryRunner.query(`
                    CREATE TRIGGER efi_search_tell_${event.toLowerCase()} AFTER ${event} ON ${table} ${rows}
                       FOR EACH STATEMENT EXECUTE FUNCTION ${name}()`);
            }
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const name of new Set(Object.values(FUNCTIONS))) {
            await queryRunner.query(`DROP FUNCTION ${name}() CASCADE`);
        }
    }
}
