import { setTimeout as sleep } from 'node:timers/promises';
import { catalogueRows } from '../../measuring/load-catalogue';
import type { OpenStore } from './open-store';

const COLUMNS = [
    ...[
        'Product Handle',
        'Product Title',
        'Product Description',
        'Product Status',
        'Product Sales Channel 1',
    ],
    ...[
        'Variant Title',
        'Variant SKU',
        'Variant Price USD',
        'Variant Option 1 Name',
        'Variant Option 1 Value',
    ],
];

/**
 * Has a store without products read a file of them.
 *
 * @returns Seconds until all of them are there with all their prices, and with that found.
 */
export async function importProducts(open: OpenStore, products: number): Promise<number> {
    const rows = catalogueRows(products);
    const file = fileOf(rows, open.store.channelId);
    const variants = rows.reduce((sum, row) => sum + row.variants.length, 0);
    const began = performance.now();
    const { files } = await open.admin.upload<{ files: Array<{ id: string }> }>('/admin/uploads', {
        ...{ name: 'products.csv', type: 'text/csv', content: file },
    });
    const { transaction_id: id } = await open.admin.post<{ transaction_id: string }>(
        '/admin/products/imports',
        {
            ...{ originalname: 'products.csv', file_key: files[0]?.id, extension: 'csv' },
            ...{ mime_type: 'text/csv', size: Buffer.byteLength(file) },
        },
    );
    await open.admin.text(`/admin/products/imports/${id}/confirm`, '{}');
    while ((await priced(open)) < variants) {
        await sleep(100);
    }
    return (performance.now() - began) / 1_000;
}

async function priced({ database }: OpenStore): Promise<number> {
    const { rows } = await database.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM product_variant_price_set',
    );
    return rows[0]?.count ?? 0;
}

function fileOf(rows: ReturnType<typeof catalogueRows>, channelId: string): string {
    const lines = rows.flatMap(({ slug, name, description, variants }) =>
        variants.map((variant, place) => [
            ...[slug, name, description, 'published', channelId],
            ...[variant.name, variant.sku, variant.price / 100, 'kind', `kind ${place}`],
        ]),
    );
    return [COLUMNS, ...lines]
        .map(cells => cells.map(cell => `"${String(cell).replaceAll('"', '""')}"`).join(','))
        .join('\n');
}
