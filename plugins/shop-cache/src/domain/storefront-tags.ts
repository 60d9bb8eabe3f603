import { tableOfChange } from './dependencies';
import { ambientTables, priceAndStockTables, productTables } from './watched-tables';

/** Whatever a storefront keeps: word of changes was lost, so that any may have been missed. */
export const EVERYTHING = 'everything';

const unkept = new Set(priceAndStockTables);
const ofProducts = new Set(productTables.map(({ table }) => table));
const settings = new Set(ambientTables.map(({ table }) => table));

/**
 * What a storefront that keeps pages has to ask for again after a message of the database: `products` and
 * `product:7`, `collections`, `facets`, `assets`, `settings`, `content`. Prices and stock are not to be kept by anybody, so of
 * those, and of what shows on no page, nothing is said.
 */
export function storefrontTagsOf(message: string): string[] {
    const table = tableOfChange(message);
    if (unkept.has(table)) {
        return [];
    }
    if (ofProducts.has(table)) {
        const [, product] = message.split('@');
        return product ? ['products', `product:${product}`] : ['products'];
    }
    if (settings.has(table)) {
        return ['settings'];
    }
    if (table.startsWith('product_option')) {
        return ['products'];
    }
    if (table.startsWith('efi_content_')) {
        return ['content'];
    }
    const entity = /^(collection|facet|asset)/.exec(table)?.[1];
    return entity ? [`${entity}s`] : [];
}
