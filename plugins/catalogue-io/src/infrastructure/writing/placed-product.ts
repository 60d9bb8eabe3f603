import type { EntityManager } from 'typeorm';
import type { CatalogueProduct, CatalogueVariant, Tracking } from '../../domain/catalogue-product';
import { takeIds } from './batch-sql';
import { type Destination, ProductError } from './destination';

/** What the shop has of a variant already. */
export interface KnownVariant {
    readonly id: number;
    readonly productId: number;
    readonly sku: string;
    readonly enabled: boolean;
    readonly trackInventory: Tracking;
    readonly taxCategoryId: number | null;
    readonly featuredAssetId: number | null;
    readonly hasOptions: boolean;
}

interface KnownProduct {
    readonly id: number;
    readonly slug: string;
    readonly enabled: boolean;
    readonly featuredAssetId: number | null;
}

/** A product of a file and its place in the shop. */
export interface PlacedProduct {
    readonly product: CatalogueProduct;
    readonly id: number;
    readonly known?: KnownProduct;
    /** In the order of the product's variants, as the next one. */
    readonly variantIds: readonly number[];
    readonly knownVariants: ReadonlyArray<KnownVariant | undefined>;
}

/**
 * Finds the products by their slug and the variants by their SKU, and has them wait for each other with whoever else
 * writes them. What is not there gets new ids.
 *
 * @throws {ProductError} when a SKU is another product's.
 */
export async function place(
    manager: EntityManager,
    products: readonly CatalogueProduct[],
    { mainLanguage }: Destination,
): Promise<PlacedProduct[]> {
    const slugs = products.map(({ slug }) => slug);
    // New ones as well: two imports of the same file make each product once.
    await manager.query(
        `SELECT pg_advisory_xact_lock(hashtext('efi-catalogue'), key)
           FROM (SELECT DISTINCT hashtext(slug) AS key FROM unnest($1::text[]) AS slug ORDER BY 1) keys`,
        [slugs],
    );
    const knownProducts = await manager.query<KnownProduct[]>(
        `SELECT p.id, t.slug, p.enabled, p."featuredAssetId"
           FROM product p JOIN product_translation t ON t."baseId" = p.id
          WHERE t.slug = ANY($1::text[]) AND p."deletedAt" IS NULL AND t."languageCode" = $2
          ORDER BY p.id FOR NO KEY UPDATE OF p`,
        [slugs, mainLanguage],
    );
    const knownVariants = await manager.query<KnownVariant[]>(
        `SELECT id, "productId", sku, enabled, "trackInventory", "taxCategoryId", "featuredAssetId",
                EXISTS (SELECT FROM product_variant_options_product_option o WHERE o."productVariantId" = v.id)
                AS "hasOptions"
           FROM product_variant v WHERE sku = ANY($1::text[]) AND "deletedAt" IS NULL
          ORDER BY id FOR NO KEY UPDATE`,
        [products.flatMap(({ variants }) => variants.map(({ sku }) => sku))],
    );
    const productBySlug = new Map(knownProducts.map(known => [known.slug, known]));
    const variantBySku = new Map(knownVariants.map(known => [known.sku, known]));

    const newProducts = await takeIds(manager, 'product', products.length - productBySlug.size);
    const found = products.map(product => {
        const known = productBySlug.get(product.slug);
        const id = known?.id ?? newProducts.shift() ?? 0;
        return { product, id, known, knownVariants: product.variants.map(ownVariant(id, variantBySku)) };
    });
    const missing = found.flatMap(item => item.knownVariants.filter(known => !known)).length;
    const newVariants = await takeIds(manager, 'product_variant', missing);
    return found.map(item => ({
        ...item,
        variantIds: item.knownVariants.map(known => known?.id ?? newVariants.shift() ?? 0),
    }));
}

function ownVariant(
    productId: number,
    variantBySku: ReadonlyMap<string, KnownVariant>,
): (variant: CatalogueVariant) => KnownVariant | undefined {
    return ({ line, sku }) => {
        const known = variantBySku.get(sku);
        if (known && known.productId !== productId) {
            throw new ProductError({ line, reason: `sku "${sku}" is a variant of another product.` });
        }
        return known;
    };
}
