import { Client } from 'pg';
import { products } from '../catalogue/products';
import { largeStateKey } from '../demo-state';
import type { ReportProgress } from '../progress';
import type { WrittenVariant } from '../writing/catalogue.types';
import { RowWriter, type SqlRunner } from '../writing/row-writer';
import { writeCatalogue } from '../writing/write-catalogue';
import { writeContents } from '../writing/write-collections';
import { writeStockMovements } from '../writing/write-stock-movements';
import { generateProducts } from './generate-catalogue';
import { loadCollections, loadContext } from './load-context';

const largeProductCount = 10_000;
const batch = 1_000;

/** Adds the generated products to a demo shop, all or none of them. */
export async function writeLargeCatalogue(url: string, report: ReportProgress): Promise<void> {
    const client = new Client({ connectionString: url, application_name: 'efi-demo-large' });
    await client.connect();
    try {
        await client.query('BEGIN');
        await writeAll(
            { query: async (sql, values) => (await client.query(sql, values)).rows as never },
            report,
        );
        await client.query('COMMIT');
    } finally {
        // Closing the connection rolls back what was not committed.
        await client.end();
    }
}

async function writeAll(sql: SqlRunner, report: ReportProgress): Promise<void> {
    const writer = new RowWriter(sql);
    const context = await loadContext(sql);
    const collections = await loadCollections(sql);
    const imagesOf = photographs();
    for (let first = 1; first <= largeProductCount; first += batch) {
        report('Products', first - 1, largeProductCount);
        const variants = await writeCatalogue(writer, context, generateProducts(first, batch, imagesOf));
        await writeContents(writer, collections, variants);
        await writeStockMovements(writer, { shop: context.shop, variants: bySku(variants) }, []);
    }
    await writer.insert('settings_store_entry', [{ key: largeStateKey, value: 'written' }]);
    report('Products', largeProductCount, largeProductCount);
}

/** The demo's own photographs, by category. */
function photographs(): (category: string) => readonly string[] {
    const byCategory = new Map<string, string[]>();
    for (const { category, image } of products) {
        byCategory.set(category, [...(byCategory.get(category) ?? []), image]);
    }
    return category => byCategory.get(category) ?? [];
}

function bySku(variants: readonly WrittenVariant[]): ReadonlyMap<string, WrittenVariant> {
    return new Map(variants.map(variant => [variant.sku, variant]));
}
