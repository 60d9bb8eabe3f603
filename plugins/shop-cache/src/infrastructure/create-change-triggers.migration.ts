import { SHOP_CHANGES_CHANNEL } from '@efi/plugin-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
    ambientTables,
    productTables,
    reservationTable,
    sharedTables,
    SLUGS,
    type WatchedTable,
} from '../domain/watched-tables';

/** The name of each trigger: a table that has it is watched. */
export const CHANGE_TRIGGER = 'efi_shop_cache_changed';

/**
 * Tells which rows changed, when the transaction commits: Admin API, checkouts, jobs, imports and SQL by hand alike.
 * A row that was written as it was before is no change. Of a table with many changed rows in one transaction the
 * whole is told; PostgreSQL itself drops what was told twice.
 *
 * Arguments of the trigger: what the row's owner is (`product`, `variant`, or `` for none), the column that names it,
 * and the columns that decide about slugs, in braces.
 */
const FUNCTION = `
    CREATE FUNCTION ${CHANGE_TRIGGER}() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        channel CONSTANT text := '${SHOP_CHANGES_CHANNEL}';
        most CONSTANT int := CASE TG_ARGV[0] WHEN '' THEN 1 ELSE 100 END;
        counter CONSTANT text := 'efi_shop_cache.' || TG_TABLE_NAME;
        told int;
        was jsonb;
        is_now jsonb;
        owners int[];
        owner int;
        slug_columns text[];
    BEGIN
        IF TG_OP = 'UPDATE' THEN
            IF OLD *= NEW THEN
                RETURN NULL;
            END IF;
        END IF;
        told := coalesce(nullif(current_setting(counter, true), '')::int, 0);
        IF told >= most THEN
            RETURN NULL;
        END IF;
        told := CASE TG_OP WHEN 'TRUNCATE' THEN most ELSE told + 1 END;
        PERFORM set_config(counter, told::text, true);
        IF told = most THEN
            PERFORM pg_notify(channel, TG_TABLE_NAME);
            IF TG_ARGV[2] <> '{}' THEN
                PERFORM pg_notify(channel, '${SLUGS}');
            END IF;
            RETURN NULL;
        END IF;

        IF TG_OP <> 'INSERT' THEN
            was := to_jsonb(OLD);
        END IF;
        IF TG_OP <> 'DELETE' THEN
            is_now := to_jsonb(NEW);
        END IF;
        owners := ARRAY[(was ->> TG_ARGV[1])::int, (is_now ->> TG_ARGV[1])::int];
        IF TG_ARGV[0] = 'variant' THEN
            owners := ARRAY(SELECT v."productId" FROM product_variant v WHERE v.id = ANY(owners));
        END IF;
        owners := array_remove(owners, NULL);
        IF cardinality(owners) = 0 THEN
            PERFORM pg_notify(channel, TG_TABLE_NAME);
        END IF;
        FOREACH owner IN ARRAY owners LOOP
            PERFORM pg_notify(channel, TG_TABLE_NAME || '@' || owner);
        END LOOP;

        slug_columns := TG_ARGV[2]::text[];
        IF EXISTS (SELECT FROM unnest(slug_columns) AS c WHERE was -> c IS DISTINCT FROM is_now -> c) THEN
            PERFORM pg_notify(channel, '${SLUGS}');
        END IF;
        RETURN NULL;
    END $$`;

export class CreateShopChangeTriggers1795780855130 implements MigrationInterface {
    readonly name = 'CreateShopChangeTriggers1795780855130';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(FUNCTION);
        for (const watched of await this.watched(queryRunner)) {
            const parameters = argumentsOf(watched);
            await queryRunner.query(`
                CREATE TRIGGER ${CHANGE_TRIGGER} AFTER INSERT OR UPDATE OR DELETE ON ${watched.table}
                   FOR EACH ROW EXECUTE FUNCTION ${CHANGE_TRIGGER}(${parameters})`);
            await queryRunner.query(`
                CREATE TRIGGER ${CHANGE_TRIGGER}_all AFTER TRUNCATE ON ${watched.table}
                   FOR EACH STATEMENT EXECUTE FUNCTION ${CHANGE_TRIGGER}(${parameters})`);
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP FUNCTION ${CHANGE_TRIGGER}() CASCADE`);
    }

    /** Neither search in PostgreSQL nor the reservation of stock is in every shop. */
    private async watched(queryRunner: QueryRunner): Promise<WatchedTable[]> {
        const all = [...productTables, reservationTable, ...sharedTables, ...ambientTables];
        const rows = (await queryRunner.query(
            'SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL',
            [all.map(({ table }) => table)],
        )) as Array<{ name: string }>;
        const present = new Set(rows.map(({ name }) => name));
        return all.filter(({ table }) => present.has(table));
    }
}

function argumentsOf({ owner, slugColumns = [] }: WatchedTable): string {
    return `'${owner?.of ?? ''}', '${owner?.column ?? ''}', '{${slugColumns.join(',')}}'`;
}
