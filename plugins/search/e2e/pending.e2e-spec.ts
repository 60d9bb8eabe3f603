import { createTestDatabase, testPostgresUrl } from '@efi/plugin-kit/testing';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CreateSearchIndex1795854600000 } from '../src/infrastructure/create-search-index.migration';
import { IndexSearchPending1796900200000 } from '../src/infrastructure/index-search-pending.migration';
import {
    noteAllProducts,
    noteProducts,
    TAKE_PENDING,
    takePending,
} from '../src/infrastructure/indexing/pending-products';

const PRODUCTS = 20_000;
const AN_HOUR = 3_600;

describe('the list of changes', () => {
    let database: DataSource;

    beforeAll(async () => {
        const url = await createTestDatabase(testPostgresUrl(), 'search_pending');
        const migrations = [CreateSearchIndex1795854600000, IndexSearchPending1796900200000];
        database = await new DataSource({ type: 'postgres', url, migrations }).initialize();
        await database.query('CREATE TABLE product (id integer, "deletedAt" timestamp)');
        await database.query(`INSERT INTO product SELECT generate_series(1, ${PRODUCTS})`);
        await database.runMigrations();
    });
    beforeEach(() => database.query('TRUNCATE efi_search_pending'));
    afterAll(() => database?.destroy());

    it('gives each product once, by its id, and keeps what is due later', async () => {
        const { manager } = database;
        await noteProducts(manager, [30, 10, 30, 20, 30]);
        await manager.query(
            `INSERT INTO efi_search_pending ("productId", due) VALUES (10, now() + interval '1 hour')`,
        );
        expect(await takePending(manager, 0, 2)).toEqual([10, 20]);
        expect(await takePending(manager, 20, 2)).toEqual([30]);
        expect(await takePending(manager, 30, 2)).toEqual([]);
        expect(await manager.query('SELECT "productId" FROM efi_search_pending')).toEqual([
            { productId: 10 },
        ]);
    });

    it('is never read as a whole to take some off it, not even when it was just filled', async () => {
        await noteAllProducts(database.manager, AN_HOUR);
        const plan = await database.query<object[]>(`EXPLAIN ${TAKE_PENDING}`, [PRODUCTS / 2, 500]);
        expect(JSON.stringify(plan)).toContain('ix_efi_search_pending_product');
        expect(JSON.stringify(plan)).not.toContain('Seq Scan');
        expect(await takePending(database.manager, PRODUCTS / 2, 500)).toHaveLength(500);
    });
});
