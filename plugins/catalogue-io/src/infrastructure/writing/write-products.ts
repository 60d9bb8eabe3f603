import type { EntityManager } from 'typeorm';
import type { CatalogueProduct, CatalogueVariant, Problem } from '../../domain/catalogue-product';
import { assetIds, type AssetList, writeAssets } from './assets';
import { addLinks, replaceLinks, upsertById, upsertByKey } from './batch-sql';
import type { Change } from './change';
import { channelsOf, type Destination, ProductError } from './destination';
import { facetValueIds } from './facet-values';
import { place, type KnownVariant, type PlacedProduct } from './placed-product';
import { writePrices } from './prices';
import { writeOptions } from './product-options';
import { writeStock } from './stock';

/** What became of a batch. */
export interface Written {
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
    /** Of the products that are not what they were before. */
    readonly changedIds: readonly number[];
    /** Of prices and counts. */
    readonly changes: readonly Change[];
    readonly problems: readonly Problem[];
}

interface PlacedVariant {
    readonly variant: CatalogueVariant;
    readonly id: number;
    readonly product: PlacedProduct;
    readonly known?: KnownVariant;
}

/**
 * Makes some products of the shop what a file says of them, in the manager's transaction and with a few dozen
 * statements however many they are. No two may have a slug or a SKU in common.
 *
 * @throws {ProductError} for the first product that can't be written.
 */
export async function writeProducts(
    manager: EntityManager,
    products: readonly CatalogueProduct[],
    destination: Destination,
): Promise<Written> {
    const placed = await place(manager, products, destination);
    const variants = placed.flatMap(product =>
        product.product.variants.map((variant, index) => ({
            variant,
            product,
            id: product.variantIds[index] ?? 0,
            known: product.knownVariants[index],
        })),
    );
    const assets = await assetIds(manager, assetReferences(products), destination.channelId);
    const assetsOf = (names: readonly string[] | undefined): number[] | undefined =>
        names && [...new Set(names.flatMap(name => assets.ids.get(name) ?? []))];

    const inProducts = await writeProductRows(manager, placed, assetsOf, destination);
    const inVariants = await writeVariantRows(manager, variants, assetsOf, destination);
    const changed = new Set<number>([
        ...inProducts,
        ...inVariants.productIds,
        ...(await writeFacets(manager, placed, variants, destination)),
    ]);
    const isNew = placed.filter(({ known }) => !known).length;
    const updated = placed.filter(({ id, known }) => known && changed.has(id)).length;
    return {
        created: isNew,
        updated,
        unchanged: placed.length - isNew - updated,
        changedIds: [...changed],
        changes: inVariants.changes,
        problems: assets.problems,
    };
}

type AssetsOf = (names: readonly string[] | undefined) => number[] | undefined;

/** @returns the products that are not what they were before. */
async function writeProductRows(
    manager: EntityManager,
    placed: readonly PlacedProduct[],
    assetsOf: AssetsOf,
    destination: Destination,
): Promise<number[]> {
    const withAssets = placed.map(({ id, product }) => ({ ownerId: id, assetIds: assetsOf(product.assets) }));
    const rows = await upsertById(
        manager,
        'product',
        { id: 'int', enabled: 'boolean', featuredAssetId: 'int' },
        placed.map(({ id, product, known }, index) => [
            id,
            product.enabled ?? known?.enabled ?? true,
            featured(withAssets[index]?.assetIds, known?.featuredAssetId),
        ]),
    );
    const described = await writeTranslations(manager, placed);
    return [
        ...rows,
        ...described,
        ...(await addLinks(
            manager,
            { table: 'product_channels_channel', owner: 'productId', value: 'channelId' },
            placed.flatMap(({ id }) => channelsOf(destination).map(channel => [id, channel] as const)),
        )),
        ...(await writeAssets(manager, 'product_asset', 'productId', withAssets.filter(hasAssets))),
    ];
}

/** A description that the file says nothing of stays. */
async function writeTranslations(
    manager: EntityManager,
    placed: readonly PlacedProduct[],
): Promise<number[]> {
    const present = await manager.query<Array<{ key: string; description: string }>>(
        `SELECT "baseId" || ' ' || "languageCode" AS key, description FROM product_translation
          WHERE "baseId" = ANY($1::int[])`,
        [placed.filter(({ known }) => known).map(({ id }) => id)],
    );
    const descriptions = new Map(present.map(({ key, description }) => [key, description]));
    return upsertByKey(
        manager,
        'product_translation',
        { baseId: 'int', languageCode: 'text' },
        { name: 'text', slug: 'text', description: 'text' },
        placed.flatMap(({ id, product }) =>
            product.translations.map(({ languageCode, name, slug, description }) => [
                id,
                languageCode,
                name,
                slug,
                description ?? descriptions.get(`${id} ${languageCode}`) ?? '',
            ]),
        ),
    );
}

/** @returns the products whose variants are not what they were before, and what became of prices and counts. */
async function writeVariantRows(
    manager: EntityManager,
    variants: readonly PlacedVariant[],
    assetsOf: AssetsOf,
    destination: Destination,
): Promise<{ productIds: number[]; changes: Change[] }> {
    const { stockLocationId } = destination;
    const productOf = new Map(variants.map(({ id, product }) => [id, product.id]));
    const withAssets = variants.map(({ id, variant }) => ({
        ownerId: id,
        assetIds: assetsOf(variant.assets),
    }));
    const fresh = variants.filter(({ known }) => !known).map(({ id }) => id);
    const options = await writeOptions(
        manager,
        variants
            .map(({ product }) => product)
            .filter((product, index, all) => all.indexOf(product) === index),
        destination,
    );
    const changed = [
        await upsertById(
            manager,
            'product_variant',
            {
                id: 'int',
                productId: 'int',
                sku: 'text',
                enabled: 'boolean',
                trackInventory: 'text',
                taxCategoryId: 'int',
                featuredAssetId: 'int',
            },
            variants.map(({ id, product, variant, known }, index) => [
                id,
                product.id,
                variant.sku,
                variant.enabled ?? known?.enabled ?? true,
                variant.trackInventory ?? known?.trackInventory ?? 'INHERIT',
                taxCategory(variant, known, destination),
                featured(withAssets[index]?.assetIds, known?.featuredAssetId),
            ]),
        ),
        await upsertByKey(
            manager,
            'product_variant_translation',
            { baseId: 'int', languageCode: 'text' },
            { name: 'text' },
            variants.flatMap(variant =>
                variantNames(variant).map(([language, name]) => [variant.id, language, name]),
            ),
        ),
        await addLinks(
            manager,
            { table: 'product_variant_channels_channel', owner: 'productVariantId', value: 'channelId' },
            variants.flatMap(({ id }) => channelsOf(destination).map(channel => [id, channel] as const)),
        ),
        await replaceLinks(
            manager,
            {
                table: 'product_variant_options_product_option',
                owner: 'productVariantId',
                value: 'productOptionId',
            },
            [...options.keys()],
            [...options].flatMap(([id, optionIds]) => optionIds.map(option => [id, option] as const)),
        ),
        await writeAssets(manager, 'product_variant_asset', 'productVariantId', withAssets.filter(hasAssets)),
    ];
    const changes = [
        ...(await writePrices(
            manager,
            variants.flatMap(variant => pricesOf(variant, destination)),
        )),
        ...(await writeStock(
            manager,
            stockLocationId,
            variants.flatMap(({ id, variant }) =>
                variant.stockOnHand === undefined ? [] : [[id, variant.stockOnHand] as const],
            ),
            fresh,
        )),
    ];
    const ids = [...changed.flat(), ...changes.map(({ variantId }) => variantId)];
    return { productIds: ids.flatMap(id => productOf.get(id) ?? []), changes };
}

/** @returns the products whose facets, or whose variants' facets, are not what they were before. */
async function writeFacets(
    manager: EntityManager,
    placed: readonly PlacedProduct[],
    variants: readonly PlacedVariant[],
    destination: Destination,
): Promise<number[]> {
    const products = placed.filter(({ product }) => product.facets);
    const owners = variants.filter(({ variant }) => variant.facets);
    const references = [
        ...products.flatMap(({ product }) => product.facets ?? []),
        ...owners.flatMap(({ variant }) => variant.facets ?? []),
    ];
    const idOf = await facetValueIds(manager, references, destination);
    const ofProducts = await replaceLinks(
        manager,
        { table: 'product_facet_values_facet_value', owner: 'productId', value: 'facetValueId' },
        products.map(({ id }) => id),
        products.flatMap(({ id, product }) =>
            (product.facets ?? []).map(facet => [id, idOf(facet)] as const),
        ),
    );
    const ofVariants = await replaceLinks(
        manager,
        {
            table: 'product_variant_facet_values_facet_value',
            owner: 'productVariantId',
            value: 'facetValueId',
        },
        owners.map(({ id }) => id),
        owners.flatMap(({ id, variant }) => (variant.facets ?? []).map(facet => [id, idOf(facet)] as const)),
    );
    const productOf = new Map(variants.map(({ id, product }) => [id, product.id]));
    return [...ofProducts, ...ofVariants.flatMap(id => productOf.get(id) ?? [])];
}

function pricesOf(
    { id, variant, known }: PlacedVariant,
    { channelId, currencyCode, defaultChannel }: Destination,
): Array<[number, number, string, number]> {
    const main = variant.price ?? (known ? undefined : 0);
    const rows = variant.otherPrices
        .filter(other => other.currencyCode !== currencyCode || main === undefined)
        .map(other => [id, channelId, other.currencyCode, other.amount] as [number, number, string, number]);
    if (main !== undefined) {
        rows.push([id, channelId, currencyCode, main]);
        if (!known && channelId !== defaultChannel.id) {
            rows.push([id, defaultChannel.id, defaultChannel.currencyCode, main]);
        }
    }
    return rows;
}

function taxCategory(
    { line, taxCategory: wanted }: CatalogueVariant,
    known: KnownVariant | undefined,
    { taxCategories, defaultTaxCategoryId }: Destination,
): number {
    if (wanted === undefined) {
        return known?.taxCategoryId ?? defaultTaxCategoryId;
    }
    const name = wanted.toLowerCase();
    // As in Vendure's own import, a part of the name will do.
    const found =
        taxCategories.find(category => category.name.toLowerCase() === name) ??
        taxCategories.find(category => category.name.toLowerCase().includes(name));
    if (!found) {
        throw new ProductError({ line, reason: `There is no tax category "${wanted}".` });
    }
    return found.id;
}

function variantNames(placed: PlacedVariant): Array<[language: string, name: string]> {
    const { variant, product } = placed;
    return product.product.translations.flatMap(({ languageCode, name }) => {
        const made = [name, ...(variant.optionValues[languageCode] ?? [])].join(' ');
        const wanted = variant.names[languageCode] ?? (isNamed(placed) ? made : undefined);
        return wanted === undefined ? [] : [[languageCode, wanted]];
    });
}

/** A variant with options has them in its name, so a file without options doesn't say what it is called. */
function isNamed({ known, product }: PlacedVariant): boolean {
    return !known?.hasOptions || product.product.optionGroups.length > 0;
}

function featured(ids: readonly number[] | undefined, known: number | null | undefined): number | null {
    return ids ? (ids[0] ?? null) : (known ?? null);
}

function hasAssets(list: { ownerId: number; assetIds: number[] | undefined }): list is AssetList & {
    assetIds: number[];
} {
    return list.assetIds !== undefined;
}

function assetReferences(products: readonly CatalogueProduct[]): Array<{ line: number; name: string }> {
    return products.flatMap(({ line, assets, variants }) => [
        ...(assets ?? []).map(name => ({ line, name })),
        ...variants.flatMap(variant => (variant.assets ?? []).map(name => ({ line: variant.line, name }))),
    ]);
}
