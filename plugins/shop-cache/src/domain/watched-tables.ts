/** How the product that a row belongs to is found. */
type Owner = 'product' | 'variant';

/** A table whose changes the database tells. */
export interface WatchedTable {
    readonly table: string;
    /** The column that names the product or variant; without one, a change concerns all that read the table. */
    readonly owner?: { readonly of: Owner; readonly column: string };
    /** A change of these columns, and any new or lost row, may decide which product a slug means. */
    readonly slugColumns?: readonly string[];
}

const owned = (table: string, of: Owner, column: string, slugColumns?: readonly string[]): WatchedTable => ({
    table,
    owner: { of, column },
    slugColumns,
});

/** Rows that belong to one product. */
export const productTables: readonly WatchedTable[] = [
    owned('product', 'product', 'id', ['enabled', 'deletedAt']),
    owned('product_translation', 'product', 'baseId', ['slug', 'languageCode', 'baseId']),
    owned('product_channels_channel', 'product', 'productId', ['productId', 'channelId']),
    owned('product_asset', 'product', 'productId'),
    owned('product_facet_values_facet_value', 'product', 'productId'),
    owned('product_option_groups_product_option_group', 'product', 'productId'),
    owned('product_variant', 'product', 'productId'),
    owned('product_variant_translation', 'variant', 'baseId'),
    owned('product_variant_price', 'variant', 'variantId'),
    owned('product_variant_asset', 'variant', 'productVariantId'),
    owned('product_variant_channels_channel', 'variant', 'productVariantId'),
    owned('product_variant_facet_values_facet_value', 'variant', 'productVariantId'),
    owned('product_variant_options_product_option', 'variant', 'productVariantId'),
    owned('stock_level', 'variant', 'productVariantId'),
];

/** Of `@efi/order-integrity-plugin`, which counts what it reserves as sold. */
export const reservationTable: WatchedTable = owned('efi_stock_reservation', 'variant', 'variantId');

/** Rows that many products share, or none. */
export const sharedTables: readonly WatchedTable[] = [
    'asset',
    'asset_channels_channel',
    'asset_tags_tag',
    'asset_translation',
    'collection',
    'collection_asset',
    'collection_channels_channel',
    'collection_closure',
    'collection_product_variants_product_variant',
    'collection_translation',
    'customer_group',
    'customer_groups_customer_group',
    'facet',
    'facet_channels_channel',
    'facet_translation',
    'facet_value',
    'facet_value_channels_channel',
    'facet_value_translation',
    'product_option',
    'product_option_channels_channel',
    'product_option_group',
    'product_option_group_channels_channel',
    'product_option_group_translation',
    'product_option_translation',
    'search_index_item',
    'tag',
].map(table => ({ table }));

/**
 * What Vendure keeps in its memory and every answer may depend on, so that no statement shows that it was used:
 * channels, zones, taxes, where stock lies.
 */
export const ambientTables: readonly WatchedTable[] = [
    'channel',
    'global_settings',
    'region',
    'region_translation',
    'seller',
    'stock_location',
    'stock_location_channels_channel',
    'tax_category',
    'tax_rate',
    'zone',
    'zone_members_region',
].map(table => ({ table }));

/** The message that a slug may mean another product than before. */
export const SLUGS = 'product_slug';

/** Tables that hold a price or a stock that is shown: what was read from them is never given out unchecked. */
export const priceAndStockTables: readonly string[] = [
    'product_variant_price',
    'stock_level',
    'efi_stock_reservation',
    'efi_search_item',
    'efi_search_product',
    'search_index_item',
];
