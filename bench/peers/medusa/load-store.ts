import type { ClientBase } from 'pg';
import { catalogueRows } from '../../measuring/load-catalogue';
import { menu } from '../keys';
import type { MedusaApi } from './medusa-api';
import type { Store } from './set-up-store';

const NUMBER = (value: string) => `jsonb_build_object('value', (${value})::text, 'precision', 20)`;

/** $1: products; the steps read what Medusa's API writes for a product, and write the same. */
const STEPS = [
    `CREATE TEMP TABLE loaded AS SELECT 'prod_' || number AS id, p.* FROM jsonb_to_recordset($1::jsonb)
        AS p(number int, name text, slug text, description text, facets jsonb, variants jsonb)`,
    `CREATE TEMP TABLE loaded_variant AS
        SELECT p.id AS product, p.number || '_' || row_number() OVER (PARTITION BY number ORDER BY v.sku) AS id, v.*
          FROM loaded p, jsonb_to_recordset(variants) AS v(sku text, name text, price int, stock int)`,
    `INSERT INTO product (id, title, handle, description, status, is_giftcard, discountable)
        SELECT id, name, slug, description, 'published', false, true FROM loaded`,
    `INSERT INTO product_option (id, title, is_exclusive) SELECT 'opt_' || number, 'Kind', true FROM loaded`,
    `INSERT INTO product_product_option (id, product_id, product_option_id)
        SELECT 'prodopt_' || number, id, 'opt_' || number FROM loaded`,
    `INSERT INTO product_option_value (id, value, option_id)
        SELECT 'optval_' || v.id, v.name, 'opt_' || p.number FROM loaded_variant v JOIN loaded p ON p.id = v.product`,
    `INSERT INTO product_product_option_value (id, product_product_option_id, product_option_value_id)
        SELECT 'prodoptval_' || v.id, 'prodopt_' || p.number, 'optval_' || v.id
          FROM loaded_variant v JOIN loaded p ON p.id = v.product`,
    `INSERT INTO product_variant (id, title, sku, product_id, allow_backorder, manage_inventory, variant_rank)
        SELECT 'variant_' || id, name, sku, product, false, true, 0 FROM loaded_variant`,
    `INSERT INTO product_variant_option (variant_id, option_value_id)
        SELECT 'variant_' || id, 'optval_' || id FROM loaded_variant`,
    `INSERT INTO price_set (id) SELECT 'pset_' || id FROM loaded_variant`,
    `INSERT INTO product_variant_price_set (id, variant_id, price_set_id)
        SELECT 'pvps_' || id, 'variant_' || id, 'pset_' || id FROM loaded_variant`,
    `INSERT INTO price (id, price_set_id, currency_code, amount, raw_amount, rules_count)
        SELECT 'price_' || id, 'pset_' || id, 'usd', price / 100.0, ${NUMBER('price / 100.0')}, 0 FROM loaded_variant`,
    `INSERT INTO inventory_item (id, sku, title, description, requires_shipping)
        SELECT 'iitem_' || id, sku, name, name, true FROM loaded_variant`,
    `INSERT INTO product_variant_inventory_item (id, variant_id, inventory_item_id, required_quantity)
        SELECT 'pvitem_' || id, 'variant_' || id, 'iitem_' || id, 1 FROM loaded_variant`,
];

/** $1: more than any run sells, $2: the place. */
const STOCK = `INSERT INTO inventory_level (id, inventory_item_id, location_id, stocked_quantity, reserved_quantity,
        incoming_quantity, raw_stocked_quantity, raw_reserved_quantity, raw_incoming_quantity)
    SELECT 'ilev_' || id, 'iitem_' || id, $2, least(stock, 1) * $1::int, 0, 0, ${NUMBER('least(stock, 1) * $1::int')},
           ${NUMBER('0')}, ${NUMBER('0')} FROM loaded_variant`;

/** The catalogue that Vendure gets, too: facets as tags would have no counts, so categories alone. */
export async function loadStore(
    database: ClientBase,
    admin: MedusaApi,
    store: Store,
    products: number,
): Promise<void> {
    const rows = JSON.stringify(catalogueRows(products));
    for (const [step, text] of STEPS.entries()) {
        await database.query(text, step === 0 ? [rows] : []);
    }
    await database.query(STOCK, [1_000_000, store.locationId]);
    await database.query(
        `INSERT INTO product_sales_channel (id, product_id, sales_channel_id)
         SELECT 'prodsc_' || number, id, $1 FROM loaded`,
        [store.channelId],
    );
    await database.query(
        `INSERT INTO product_shipping_profile (id, product_id, shipping_profile_id)
         SELECT 'prodsp_' || number, id, $1 FROM loaded`,
        [store.shippingProfileId],
    );
    for (const department of menu) {
        const parent = await createCategory(admin, department);
        await fillCategory(database, parent, department.code);
        for (const category of department.children) {
            await fillCategory(database, await createCategory(admin, category, parent), category.code);
        }
    }
    await database.query('DROP TABLE loaded, loaded_variant');
    await database.query('VACUUM ANALYZE');
}

async function createCategory(
    admin: MedusaApi,
    { code, name }: { readonly code: string; readonly name: string },
    parentId: string | null = null,
): Promise<string> {
    const { product_category: category } = await admin.post<{ product_category: { id: string } }>(
        '/admin/product-categories',
        { name, handle: code, is_active: true, parent_category_id: parentId },
    );
    return category.id;
}

async function fillCategory(database: ClientBase, id: string, code: string): Promise<void> {
    await database.query(
        `INSERT INTO product_category_product (product_id, product_category_id)
         SELECT id, $1 FROM loaded WHERE facets ? $2`,
        [id, `category:${code}`],
    );
}
