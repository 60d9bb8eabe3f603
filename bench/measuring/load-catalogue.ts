import { generateProducts } from '../../src/demo/large/generate-catalogue';

/** Whatever runs SQL. */
export type RunSql = (text: string, values?: unknown[]) => Promise<unknown>;

const STEPS = [
    `CREATE TEMP TABLE loaded AS SELECT * FROM jsonb_to_recordset($1::jsonb)
        AS p(number int, name text, slug text, description text, facets jsonb, variants jsonb)`,
    `CREATE TEMP TABLE loaded_value AS SELECT DISTINCT split_part(value, ':', 1) AS facet, value
        FROM loaded, jsonb_array_elements_text(facets) AS value`,
    `INSERT INTO facet (code) SELECT DISTINCT facet FROM loaded_value`,
    `INSERT INTO facet_translation ("languageCode", name, "baseId") SELECT 'en', code, id FROM facet`,
    `INSERT INTO facet_channels_channel SELECT f.id, c.id FROM facet f, channel c`,
    `INSERT INTO facet_value (code, "facetId") SELECT value, f.id FROM loaded_value JOIN facet f ON f.code = facet`,
    `INSERT INTO facet_value_translation ("languageCode", name, "baseId") SELECT 'en', code, id FROM facet_value`,
    `INSERT INTO facet_value_channels_channel SELECT v.id, c.id FROM facet_value v, channel c`,
    `INSERT INTO product (id, enabled) SELECT number, true FROM loaded`,
    `INSERT INTO product_translation ("languageCode", name, slug, description, "baseId")
        SELECT 'en', name, slug, description, number FROM loaded`,
    `INSERT INTO product_channels_channel ("productId", "channelId") SELECT number, c.id FROM loaded, channel c`,
    `INSERT INTO product_facet_values_facet_value ("productId", "facetValueId")
        SELECT number, v.id FROM loaded, jsonb_array_elements_text(facets) AS value JOIN facet_value v ON v.code = value`,
    `CREATE TEMP TABLE loaded_variant AS
        SELECT (1000000 + row_number() OVER (ORDER BY number, v.sku))::int AS id, number, v.*
          FROM loaded, jsonb_to_recordset(variants) AS v(sku text, name text, price int, stock int)`,
    `INSERT INTO product_variant (id, sku, "productId", "taxCategoryId", "trackInventory")
        SELECT id, sku, number, (SELECT min(id) FROM tax_category), 'TRUE' FROM loaded_variant`,
    `INSERT INTO product_variant_translation ("languageCode", name, "baseId") SELECT 'en', name, id FROM loaded_variant`,
    `INSERT INTO product_variant_channels_channel ("productVariantId", "channelId")
        SELECT v.id, c.id FROM loaded_variant v, channel c`,
    `INSERT INTO product_variant_price ("currencyCode", "channelId", price, "variantId")
        SELECT c."defaultCurrencyCode", c.id, v.price, v.id FROM loaded_variant v, channel c`,
    `INSERT INTO stock_level ("productVariantId", "stockLocationId", "stockOnHand", "stockAllocated")
        SELECT v.id, (SELECT min(id) FROM stock_location), v.stock, 0 FROM loaded_variant v`,
];

/** One product of the large demo catalogue, in English. */
interface CatalogueRow {
    /** From 1,000 on. */
    readonly number: number;
    readonly name: string;
    /** `bench-<n>`, from 0 on. */
    readonly slug: string;
    readonly description: string;
    /** Such as `category:computers`. */
    readonly facets: readonly string[];
    /** Price in hundredths. */
    readonly variants: ReadonlyArray<{ sku: string; name: string; price: number; stock: number }>;
}

/** The products of the large demo catalogue, without photographs. */
export function catalogueRows(products: number): CatalogueRow[] {
    return generateProducts(1, products, () => ['none']).map((product, index) => ({
        number: 1_000 + index,
        name: product.name.en,
        slug: `bench-${index}`,
        description: product.description.en,
        facets: product.facetValues,
        variants: product.variants.map(({ sku, name, prices, stock }) => ({
            sku,
            name: name.en,
            price: prices.us,
            stock: stock.memphis,
        })),
    }));
}

/** {@link catalogueRows} with their facets, in every channel of a Vendure shop, by SQL. No collections. */
export async function loadCatalogue(run: RunSql, products: number): Promise<void> {
    const rows = JSON.stringify(catalogueRows(products));
    for (const [step, text] of STEPS.entries()) {
        await run(text, step === 0 ? [rows] : []);
    }
    await run('DROP TABLE loaded, loaded_value, loaded_variant');
}
