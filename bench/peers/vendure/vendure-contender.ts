import { RunningShop } from '../../../e2e/support/running-shop';
import type { RunningSandbox } from '../../../e2e/support/sandbox-process';
import { importFile } from '../../import/import-file';
import { reindex } from '../../measuring/vendure-jobs';
import type { Contender } from '../contender';
import type { Keys } from '../keys';
import type { Settings } from '../settings';
import { fillStockIndex, loadShop } from './load-shop';
import { priceWriter } from './price-writer';
import { vendureTasks } from './tasks';

/** Who of them, and where it runs. */
interface VendureOptions {
    readonly name: 'stock' | 'ours' | 'ours, cached';
    readonly postgresUrl: string;
    readonly sandbox: RunningSandbox;
    readonly settings: Settings;
    readonly keys: Keys;
}

/** Vendure by itself, or this platform with its cache or without, with the catalogue in it and indexed. */
export async function openVendure(options: VendureOptions): Promise<Contender> {
    const { name, settings, keys } = options;
    const stock = name === 'stock';
    const cached = name === 'ours, cached';
    const shop = await open(options, name.replace(', ', '_'));
    const { database, merchant } = shop;
    const [server] = shop.servers;
    if (!server) {
        throw new Error('The shop has no server.');
    }
    await database.query('CREATE EXTENSION pg_stat_statements');
    await loadShop(shop, settings.products);
    const byItself = !stock || settings.rows.includes('reindex');
    const reindexed = byItself ? await reindex(merchant.client) : await fillStockIndex(shop);
    await database.query('VACUUM ANALYZE');
    if (!cached) {
        await shop.stopWorkers();
    }
    const { rows: values } = await database.query<{ id: string; code: string }>(
        'SELECT id::text, code FROM facet_value',
    );
    const { rows: variants } = await database.query<{ id: string; slug: string; price: number }>(
        `SELECT v.id::text, t.slug, p.price FROM product_variant v JOIN product_translation t ON t."baseId" = v."productId"
           JOIN product_variant_price p ON p."variantId" = v.id
          WHERE t.slug = ANY ($1) AND EXISTS (
                SELECT 1 FROM stock_level WHERE "productVariantId" = v.id AND "stockOnHand" > 1000)
          ORDER BY v.id`,
        [keys.slugs],
    );
    const tasks = vendureTasks({
        shopApi: () => `${server.address}/shop-api`,
        ...{ keys, ours: !stock, paymentMethod: stock ? 'dummy' : 'sandbox' },
        facetValues: new Map(values.map(({ code, id }) => [code, id])),
        variantIds: variants.map(({ id }) => id),
    });
    return {
        ...{ name, database, tasks },
        pid: () => server.pid(),
        ...(cached ? { writer: priceWriter(merchant.client, keys.slugs, variants) } : {}),
        async restart() {
            await server.kill();
            await server.start();
            await tasks.list?.ask(0);
        },
        once: {
            ...(reindexed === undefined ? {} : { reindex: () => Promise.resolve(reindexed) }),
            ...(cached ? {} : { import: () => timeImport(options) }),
        },
        stopWorkers: () => shop.stopWorkers(),
        close: () => shop.close(),
    };
}

function open({ name, postgresUrl, sandbox }: VendureOptions, database: string): Promise<RunningShop> {
    return RunningShop.open({
        ...{ name: database, stock: name === 'stock', sandbox, postgresUrl, servers: 1, workers: 1 },
        env: name === 'ours' ? { SHOP_CACHE_MB: '0' } : {},
    });
}

/** Into a shop of its own, without a product. */
async function timeImport(options: VendureOptions): Promise<number> {
    const shop = await open(options, `${options.name}_import`);
    try {
        return await importFile(shop, options.name === 'stock' ? 'stock' : 'ours', options.settings.imported);
    } finally {
        await shop.close();
    }
}
