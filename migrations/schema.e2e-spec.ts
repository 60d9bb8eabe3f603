import { type CatalogueColumn, personalDataGaps, personalDataRegistry } from '@efi/gdpr-plugin';
import { preBootstrapConfig } from '@vendure/core';
import { createTestDatabase, testPostgresUrl } from '@efi/plugin-kit/testing';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vendureSearch } from '../src/config/search';
import { config } from '../src/vendure-config';
import { beyondEntities } from './beyond-entities';
import { migrations } from './index';
import { withoutRowSecurity } from './without-row-security';

/** Every table, column, constraint, index, trigger and function of the schema, a line each. */
const CATALOGUE = `
    SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type
           || coalesce('(' || character_maximum_length || ')', '')
           || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END
           || coalesce(' default ' || column_default, '') AS line
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
    UNION ALL
    SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'migrations'
    UNION ALL
    SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations'
    UNION ALL
    SELECT 'trigger ' || tgname || ' on ' || tgrelid::regclass FROM pg_trigger
     WHERE NOT tgisinternal AND tgparentid = 0
    UNION ALL
    SELECT 'function ' || p.oid::regprocedure FROM pg_proc p
     WHERE pronamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 'policy ' || policyname || ' on ' || tablename FROM pg_policies WHERE schemaname = 'public'
    ORDER BY line`;

const COLUMNS = `
    SELECT CASE c.table_schema WHEN 'public' THEN '' ELSE c.table_schema || '.' END || c.table_name AS "table", c.column_name AS "column", c.data_type AS type,
           (SELECT r.relname FROM pg_constraint k
              JOIN pg_class r ON r.oid = k.confrelid
              JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
             WHERE k.contype = 'f' AND k.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass
               AND a.attname = c.column_name LIMIT 1) AS "references"
      FROM information_schema.columns c
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_name <> 'migrations'
       AND NOT (SELECT relispartition FROM pg_class WHERE oid = format('%I.%I', table_schema, table_name)::regclass)`;

/** Tables that say something of a person or of money, by what they refer to, and whether policies guard them. */
const PERSONAL = `
    SELECT DISTINCT c.relname AS table, c.relrowsecurity AND EXISTS (
               SELECT FROM pg_policy p WHERE p.polrelid = c.oid) AS "isGuarded"
      FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND (c.relname IN ('customer', 'user')
            OR EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid IN (
                'customer'::regclass, '"order"'::regclass, 'order_line'::regclass, 'address'::regclass,
                'payment'::regclass, 'refund'::regclass, '"user"'::regclass, 'session'::regclass))
            OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped AND a.attname ~
                '^(customer|order|orderLine|payment|refund|address|user|session|intent|decision|visitor)(Id|Key)$|email|ip$'))
     ORDER BY 1`;

describe('the schema after all migrations', () => {
    let migrated: DataSource;
    let fromEntities: DataSource;

    beforeAll(async () => {
        // Its table is there for those who choose it.
        const plugins = [...(config.plugins ?? []), vendureSearch()];
        const { dbConnectionOptions } = await preBootstrapConfig({ ...config, plugins });
        migrated = await connect('schema_migrated', { migrations });
        await migrated.runMigrations({ transaction: 'each' });
        fromEntities = await connect('schema_from_entities', { entities: dbConnectionOptions.entities });
        await fromEntities.synchronize();
    });

    afterAll(() => Promise.all([migrated?.destroy(), fromEntities?.destroy()]));

    it('is what the entities and the list of things beyond them say, no more and no less', async () => {
        const made = await catalogue(migrated);
        const described = await catalogue(fromEntities);
        expect(described.length).toBeGreaterThan(1000);

        const missing = described.filter(line => !made.includes(line));
        const unknown = made.filter(line => !described.includes(line)).sort();
        expect({ missing, unknown }).toEqual({ missing: [], unknown: [...beyondEntities].sort() });
    });

    it('has no column with personal data that no plugin declares, nor one that looks so without a reason', async () => {
        const columns = await migrated.query<CatalogueColumn[]>(COLUMNS);
        expect(columns.length).toBeGreaterThan(500);
        expect(personalDataGaps(columns, personalDataRegistry(config.plugins))).toEqual([]);
    });

    it('keeps each table of personal or money data under row-level security, or says why not', async () => {
        const tables = await migrated.query<{ table: string; isGuarded: boolean }[]>(PERSONAL);
        const open = tables.filter(({ isGuarded }) => !isGuarded).map(({ table }) => table);
        expect(open).toEqual(Object.keys(withoutRowSecurity).sort());
        expect(tables.length - open.length).toBeGreaterThanOrEqual(6);
    });

    it('is gone again when all migrations are undone', async () => {
        for (let undone = 0; undone < migrations.length; undone++) {
            await migrated.undoLastMigration({ transaction: 'each' });
        }
        expect(await catalogue(migrated)).toEqual([]);
    });

    async function connect(name: string, options: Partial<DataSourceOptions>): Promise<DataSource> {
        const url = await createTestDatabase(testPostgresUrl(), name);
        return new DataSource({ ...options, type: 'postgres', url } as DataSourceOptions).initialize();
    }

    async function catalogue(dataSource: DataSource): Promise<string[]> {
        const rows = await dataSource.query<{ line: string }[]>(CATALOGUE);
        return rows.map(row => row.line);
    }
});
