import type { Contender } from '../contender';
import type { Keys } from '../keys';
import type { Settings } from '../settings';
import { importProducts } from './import-products';
import { loadStore } from './load-store';
import { MedusaApi } from './medusa-api';
import { openStore } from './open-store';
import { medusaTasks } from './tasks';

/** Medusa 2 as it comes, with the catalogue in it. */
export async function openMedusa(postgresUrl: string, settings: Settings, keys: Keys): Promise<Contender> {
    const open = await openStore(postgresUrl, 'medusa');
    const { address, database, admin, store } = open;
    await database.query('CREATE EXTENSION pg_stat_statements');
    await loadStore(database, admin, store, settings.products);
    const { rows: categories } = await database.query<{ id: string; handle: string }>(
        'SELECT id, handle FROM product_category',
    );
    const { rows: variants } = await database.query<{ id: string }>(
        `SELECT v.id FROM product_variant v JOIN product p ON p.id = v.product_id
           JOIN inventory_level l ON l.id = replace(v.id, 'variant_', 'ilev_')
          WHERE p.handle = ANY ($1) AND l.stocked_quantity > 0
          ORDER BY p.created_at, p.id, v.id`,
        [keys.slugs],
    );
    const tasks = medusaTasks({
        ...{ store, keys, shopper: new MedusaApi(address, { 'x-publishable-api-key': store.key }) },
        categories: new Map(categories.map(({ id, handle }) => [handle, id])),
        variantIds: variants.map(({ id }) => id),
    });
    return {
        ...{ name: 'Medusa', database, tasks },
        pid: open.pid,
        async restart() {
            await open.restart();
            await tasks.list?.ask(0);
        },
        once: { import: () => timeImport(postgresUrl, settings.imported) },
        close: open.close,
    };
}

async function timeImport(postgresUrl: string, products: number): Promise<number> {
    const open = await openStore(postgresUrl, 'medusa_import');
    try {
        return await importProducts(open, products);
    } finally {
        await open.close();
    }
}
