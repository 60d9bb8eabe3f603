import { describe, expect, it } from 'vitest';
import { storefrontTagsOf } from './storefront-tags';

describe('what a storefront is told', () => {
    it.each([
        ['product_translation@7', ['products', 'product:7']],
        ['product', ['products']],
        ['product_option_translation', ['products']],
        ['collection_translation', ['collections']],
        ['collection_product_variants_product_variant', ['collections']],
        ['facet_value', ['facets']],
        ['asset', ['assets']],
        ['region_translation', ['settings']],
        ['efi_content_version', ['content']],
    ])('of %s is its entity', (message, tags) => {
        expect(storefrontTagsOf(message)).toEqual(tags);
    });

    it.each([
        'stock_level@7',
        'product_variant_price@7',
        'efi_stock_reservation@7',
        'customer_group',
        'product_slug',
    ])('of %s is nothing', message => {
        expect(storefrontTagsOf(message)).toEqual([]);
    });
});
