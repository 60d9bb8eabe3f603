import { generateProducts } from '../../src/demo/large/generate-catalogue';

const COLUMNS = [
    ...['name', 'slug', 'description', 'assets', 'facets', 'optionGroups', 'optionValues', 'sku', 'price'],
    ...['taxCategory', 'stockOnHand', 'trackInventory', 'variantAssets', 'variantFacets'],
];

/** Products of the large demo catalogue as a file that Vendure's own import reads, in English and without photographs. */
export function catalogueFile(products: number): string {
    const rows = generateProducts(1, products, () => ['none']).flatMap((product, index) =>
        product.variants.map((variant, place) => [
            ...(place === 0
                ? [
                      product.name.en,
                      `bench-${index}`,
                      product.description.en,
                      '',
                      product.facetValues.join('|'),
                      'kind',
                  ]
                : ['', '', '', '', '', '']),
            ...[`kind ${place}`, variant.sku, variant.prices.us / 100, 'standard'],
            ...[variant.stock.memphis, 'true', '', ''],
        ]),
    );
    return [COLUMNS, ...rows].map(cells => cells.map(quoted).join(',')).join('\n');
}

function quoted(value: string | number): string {
    return `"${String(value).replaceAll('"', '""')}"`;
}
