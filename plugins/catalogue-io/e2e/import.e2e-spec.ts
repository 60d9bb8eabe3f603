import { SearchPlugin, searchMigrations } from '@efi/search-plugin';
import { testShop } from '@efi/plugin-kit/testing';
import { gql } from 'graphql-tag';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueIoMigrations, CatalogueIoPlugin } from '../src';
import { exportSuite } from './export.suite';
import { appliesFilters, takeOverSuite } from './take-over.suite';

const START = gql`
    mutation StartImport($input: StartEfiCatalogueImportInput!) {
        startEfiCatalogueImport(input: $input) {
            id
        }
    }
`;

const IMPORT = gql`
    query ($id: ID!) {
        efiCatalogueImport(id: $id) {
            state
            progress
            created
            updated
            unchanged
            refused
            error
            problems {
                totalItems
                items {
                    line
                    reason
                    isWarning
                }
            }
        }
    }
`;

const SEARCH = gql`
    query ($term: String!) {
        search(input: { term: $term, groupByProduct: true }) {
            items {
                slug
            }
        }
    }
`;

interface Import {
    readonly state: string;
    readonly progress: number;
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly refused: number;
    readonly error: string | null;
    readonly problems: {
        readonly totalItems: number;
        readonly items: ReadonlyArray<{
            readonly line: number;
            readonly reason: string;
            readonly isWarning: boolean;
        }>;
    };
}

const example = path.join(path.dirname(require.resolve('@vendure/create/package.json')), 'assets');
const HEAD =
    'name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets';

describe('an import of products', async () => {
    const shop = await testShop({
        plugins: [SearchPlugin.init(), CatalogueIoPlugin.init()],
        migrations: [...searchMigrations, ...catalogueIoMigrations],
    });
    const folder = mkdtempSync(path.join(os.tmpdir(), 'efi-catalogue-'));

    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    const start = async (text: string, { format = 'CSV', dryRun = false } = {}): Promise<string> => {
        const file = path.join(folder, 'products.txt');
        writeFileSync(file, text);
        const { startEfiCatalogueImport } = (await shop.adminClient.fileUploadMutation({
            mutation: START,
            filePaths: [file],
            mapVariables: () => ({ input: { format, dryRun, file: null } }),
        })) as { startEfiCatalogueImport: { id: string } };
        return startEfiCatalogueImport.id;
    };

    const ended = async (id: string): Promise<Import> => {
        for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(50)) {
            const { efiCatalogueImport } = await shop.adminClient.query<{ efiCatalogueImport: Import }>(
                IMPORT,
                { id },
            );
            if (!['WAITING', 'RUNNING'].includes(efiCatalogueImport.state)) {
                return efiCatalogueImport;
            }
        }
        throw new Error('The import does not end.');
    };

    const run = async (text: string, how = {}): Promise<Import> => ended(await start(text, how));

    const rowsOf = (sku: string) =>
        shop.sql<Record<string, unknown>>(
            `SELECT p.id AS product, v.id, v.enabled, v."trackInventory", t.name, pr.price, l."stockOnHand",
                    (SELECT sum(quantity)::int FROM stock_movement m WHERE m."productVariantId" = v.id) AS moved,
                    (SELECT array_agg(ot.name ORDER BY ot.name) FROM product_variant_options_product_option o
                       JOIN product_option_translation ot ON ot."baseId" = o."productOptionId"
                      WHERE o."productVariantId" = v.id) AS options,
                    (SELECT array_agg(ft.name ORDER BY ft.name) FROM product_facet_values_facet_value f
                       JOIN facet_value_translation ft ON ft."baseId" = f."facetValueId"
                      WHERE f."productId" = p.id) AS facets
               FROM product_variant v JOIN product p ON p.id = v."productId"
               JOIN product_variant_translation t ON t."baseId" = v.id
               JOIN product_variant_price pr ON pr."variantId" = v.id
               JOIN stock_level l ON l."productVariantId" = v.id
              WHERE v.sku = $1 AND v."deletedAt" IS NULL`,
            [sku],
        );

    const found = async (term: string): Promise<string[]> => {
        const { search } = await shop.shopClient.query<{ search: { items: Array<{ slug: string }> } }>(
            SEARCH,
            { term },
        );
        return search.items.map(({ slug }) => slug);
    };

    it("takes Vendure's own file, and the same file again changes nothing", async () => {
        const file = readFileSync(path.join(example, 'products.csv'), 'utf8');
        const first = await run(file);
        expect(first).toMatchObject({ state: 'COMPLETED', progress: 100, created: 54, refused: 0 });
        // Its photographs are not in this shop, and each product says so.
        expect(first.problems.items.every(({ isWarning }) => isWarning)).toBe(true);
        expect(await rowsOf('L2201308')).toMatchObject([
            { name: 'Laptop 13 inch 8GB', price: 129900, options: ['13 inch', '8GB'], stockOnHand: 100 },
        ]);

        const before = await shop.sql('SELECT max(id) FROM stock_movement');
        const again = await run(file);
        expect(again).toMatchObject({ state: 'COMPLETED', created: 0, updated: 0, unchanged: 54 });
        expect(await shop.sql('SELECT max(id) FROM stock_movement')).toEqual(before);
        const [counted] = await shop.sql<{ count: number }>(
            `SELECT count(*)::int FROM product_variant WHERE sku = 'L2201308'`,
        );
        expect(counted?.count).toBe(1);
    });

    it('is found by the search, without a job for each product', async () => {
        await expect.poll(() => found('laptop'), { timeout: 20_000 }).toContain('laptop');
        await expect.poll(() => found('boxing gloves')).toContain('boxing-gloves');
        const [jobs] = await shop.sql<{ left: number }>(
            'SELECT count(*)::int AS left FROM efi_search_pending WHERE due <= clock_timestamp()',
        );
        expect(jobs?.left).toBe(0);
    });

    it('reports each bad row with its line, and takes the good ones', async () => {
        const result = await run(
            [
                HEAD,
                'Kettle,kettle,,,kind:kitchen,,,KETTLE,29.90,standard,5,true,,',
                'Toaster,toaster,,,,,,TOASTER,a lot,standard,5,true,,',
                'Pan,pan,,,,size,small,PAN-S,10,standard,1.5,true,,',
                ',,,,,,large,PAN-L,12,standard,3,true,,',
                'Mug,mug,,,,,,LAMP,5,standard,1,true,,',
                'Fork,fork,,,,,,FORK,5,no such category,1,true,,',
                'short,row',
                ',,,,,,x,ORPHAN,1,standard,1,true,,',
                'Plate,plate,"on\ntwo lines",,,,,PLATE,3,standard,1,true,,',
                'Bowl,bowl,,,nonsense,,,BOWL,3,standard,1,true,,',
            ].join('\n'),
        );
        expect(result).toMatchObject({ state: 'COMPLETED', created: 3, refused: 6 });
        expect(result.problems.items.map(({ line, reason }) => [line, reason])).toEqual([
            [3, 'price is "a lot", which is no number.'],
            [4, 'stockOnHand is 1.5, which is no whole number that can be kept.'],
            [6, 'sku "LAMP" is a variant of another product.'],
            [7, 'There is no tax category "no such category".'],
            [8, 'The row has 2 cells for 14 columns.'],
            [9, 'name is empty, and there is no product before this row that it belongs to.'],
            [12, 'facets has "nonsense", which is not like "facet:value".'],
        ]);
        expect(await rowsOf('KETTLE')).toMatchObject([{ price: 2990, stockOnHand: 5, facets: ['kitchen'] }]);
        expect(await rowsOf('PAN-L')).toMatchObject([{ name: 'Pan large', options: ['large'] }]);
        expect(await rowsOf('PAN-S')).toEqual([]);
    });

    it('changes what the file says, and leaves alone what it says nothing of', async () => {
        const changed = await run('name,slug,sku,price,stockOnHand\nKettle,kettle,KETTLE,19.90,3\n');
        expect(changed).toMatchObject({ created: 0, updated: 1, problems: { totalItems: 0 } });
        expect(await rowsOf('KETTLE')).toMatchObject([
            { price: 1990, stockOnHand: 3, moved: 3, facets: ['kitchen'], trackInventory: 'TRUE' },
        ]);
        const [rug] = await rowsOf('RUG-S');
        await run('name,slug,sku,price\nRug,rug,RUG-S,41\n');
        expect(await rowsOf('RUG-S')).toEqual([{ ...rug, price: 4100 }]);
    });

    it('says in a dry run what it would do, and does nothing', async () => {
        const file = 'name,slug,sku,price\nKettle,kettle,KETTLE,1\nJug,jug,JUG,2\nCan,can,CAN,x\n';
        const trial = await run(file, { dryRun: true });
        expect(trial).toMatchObject({ state: 'COMPLETED', created: 1, updated: 1, refused: 1 });
        expect(await rowsOf('JUG')).toEqual([]);
        expect(await rowsOf('KETTLE')).toMatchObject([{ price: 1990 }]);
    });

    it('says in a dry run of what a file has twice what the import says', async () => {
        const file = [
            'name,slug,sku,price',
            'Grater,grater,GRATER,7',
            // The same again, another price, and the first one again.
            'Grater,grater,GRATER,7',
            'Grater,grater,GRATER,8',
            'Grater,grater,GRATER,7',
            // Of another product by now.
            'Zester,zester,GRATER,5',
            'Zester,zester,ZESTER,5',
            'Kettle,kettle,GRATER,1',
            'Kettle,kettle,KETTLE,19.90',
        ].join('\n');
        const trial = await run(file, { dryRun: true });
        expect(trial).toMatchObject({
            state: 'COMPLETED',
            created: 2,
            updated: 2,
            unchanged: 2,
            refused: 2,
        });
        expect(trial.problems.items.map(({ line }) => line)).toEqual([6, 8]);
        expect(await shop.sql('SELECT FROM efi_catalogue_trial')).toEqual([]);
        expect(await rowsOf('GRATER')).toEqual([]);
        expect(await run(file)).toEqual(trial);
    });

    it('takes JSON Lines, with names that CSV has no place for', async () => {
        const product = {
            name: 'Spoon',
            facets: ['kind:for soup | stew'],
            optionGroups: ['metal'],
            variants: [
                { sku: 'SPOON-T', price: 2.5, optionValues: ['tin'], variantEnabled: false },
                { sku: 'SPOON-S', price: 9, optionValues: ['silver'] },
            ],
        };
        const result = await run(
            `${JSON.stringify(product)}\n{"name":1\n\n{"colour":"red","variants":[{}]}`,
            {
                format: 'JSON_LINES',
            },
        );
        expect(result).toMatchObject({ created: 1, refused: 2 });
        expect(result.problems.items.map(({ line, reason }) => [line, reason])).toEqual([
            [2, 'The line is not JSON.'],
            [4, 'The column "colour" is not known.'],
        ]);
        expect(await rowsOf('SPOON-T')).toMatchObject([
            { name: 'Spoon tin', enabled: false, facets: ['for soup | stew'] },
        ]);
    });

    it('fails with the reason for a file that it can not read to its end', async () => {
        expect(await run('name,colour\nA,b')).toMatchObject({
            state: 'FAILED',
            error: 'The column "colour" is not known.',
        });
        const { state, error, created } = await run('name,slug,sku,price\nSieve,sieve,SIEVE,2\nX,"x"y,X,1\n');
        expect({ state, created }).toEqual({ state: 'FAILED', created: 0 });
        expect(error).toContain('line 3');
    });

    it('goes on where it was left, with each product once', async () => {
        await shop.sql(`CREATE FUNCTION test_outage() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'outage' USING ERRCODE = 'XX000'; END $$`);
        await shop.sql(`CREATE TRIGGER test_outage BEFORE INSERT ON product_variant FOR EACH ROW
            WHEN (NEW.sku = 'PART-400') EXECUTE FUNCTION test_outage()`);
        const lines = Array.from(
            { length: 600 },
            (_, index) => `Part ${index},part-${index},PART-${index},1`,
        );
        const id = await start(`name,slug,sku,price\n${lines.join('\n')}`);
        const position = () =>
            shop.sql('SELECT position, state FROM efi_catalogue_run WHERE id = $1', [id.replace('T_', '')]);
        await expect.poll(position, { timeout: 20_000 }).toEqual([{ position: 250, state: 'RUNNING' }]);
        const before = await rowsOf('PART-0');
        expect(before).toHaveLength(1);

        await shop.sql('DROP FUNCTION test_outage CASCADE');
        expect(await ended(id)).toMatchObject({ state: 'COMPLETED', created: 600, updated: 0, unchanged: 0 });
        expect(await rowsOf('PART-0')).toEqual(before);
        expect(await rowsOf('PART-599')).toHaveLength(1);
        expect(await shop.sql('SELECT FROM efi_catalogue_chunk')).toEqual([]);
    });

    it('brings collections up to date where it wrote something, and only then', async () => {
        const file = 'name,slug,sku,price\nWhisk,whisk,WHISK,4\n';
        expect(await appliesFilters(shop, () => run(file, { dryRun: true }))).toBe(false);
        expect(await appliesFilters(shop, () => run(file))).toBe(true);
        expect(await appliesFilters(shop, () => run(file))).toBe(false);
        expect(await appliesFilters(shop, () => run('name,colour\nA,b'))).toBe(false);
    });

    exportSuite(shop, run);
    takeOverSuite(shop);

    it('is shown to nobody who is not signed in', async () => {
        const id = await start('name,sku,slug\nA,A,a');
        await ended(id);
        await shop.adminClient.asAnonymousUser();
        await expect(shop.adminClient.query(IMPORT, { id })).rejects.toThrow('authorized');
        await shop.adminClient.asSuperAdmin();
    });
});
