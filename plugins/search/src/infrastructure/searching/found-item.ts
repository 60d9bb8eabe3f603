/** An item as the statement gives it, with those parts that were asked for. */
export interface ItemRow {
    readonly productId: number;
    readonly variantId: number;
    readonly price: number;
    readonly maxPrice: number;
    readonly priceWithTax: number;
    readonly maxPriceWithTax: number;
    readonly currencyCode: string;
    readonly inStock: boolean;
    readonly enabled: boolean;
    readonly score: number;
    readonly slug: string;
    readonly productName: string;
    readonly sku?: string;
    readonly variantName?: string;
    readonly description?: string;
    readonly productAssetId?: number | null;
    readonly productPreview?: string | null;
    /** JSON. */
    readonly productFocalPoint?: string | null;
    readonly variantAssetId?: number | null;
    readonly variantPreview?: string | null;
    /** JSON. */
    readonly variantFocalPoint?: string | null;
    /** Ids with commas between them; null for none. */
    readonly facetIds?: string | null;
    readonly facetValueIds?: string | null;
    readonly collectionIds?: string | null;
    readonly channelIds?: string | null;
}

type Price = { readonly value: number } | { readonly min: number; readonly max: number };

/** Shown as the statement gives them. */
type PlainPart =
    'currencyCode' | 'inStock' | 'enabled' | 'score' | 'sku' | 'slug' | 'productName' | 'description';

/** `SearchResult` of the APIs, as far as it was asked for. */
export interface FoundItem extends Pick<ItemRow, PlainPart> {
    readonly productId: number;
    readonly productVariantId: number;
    readonly productVariantName?: string;
    readonly price: Price;
    readonly priceWithTax: Price;
    readonly productAsset?: FoundAsset;
    readonly productVariantAsset?: FoundAsset;
    readonly facetIds?: readonly string[];
    readonly facetValueIds?: readonly string[];
    readonly collectionIds?: readonly string[];
    readonly channelIds?: readonly string[];
}

interface FoundAsset {
    readonly id: number;
    readonly preview: string;
    readonly focalPoint?: unknown;
}

/** Each property by name: V8 adds what follows a spread to an object one by one, at 3 µs each, for each item of a page. */
export function shownItem(row: ItemRow, grouped: boolean): FoundItem {
    const price = (min: number, max: number): Price => (grouped ? { min, max } : { value: min });
    return {
        currencyCode: row.currencyCode,
        inStock: row.inStock,
        enabled: row.enabled,
        score: row.score,
        sku: row.sku,
        slug: row.slug,
        productName: row.productName,
        description: row.description,
        productId: row.productId,
        productVariantId: row.variantId,
        productVariantName: row.variantName,
        price: price(row.price, row.maxPrice),
        priceWithTax: price(row.priceWithTax, row.maxPriceWithTax),
        productAsset: asset(row.productAssetId, row.productPreview, row.productFocalPoint),
        productVariantAsset: asset(row.variantAssetId, row.variantPreview, row.variantFocalPoint),
        facetIds: list(row.facetIds),
        facetValueIds: list(row.facetValueIds),
        collectionIds: list(row.collectionIds),
        channelIds: list(row.channelIds),
    };
}

function list(ids: string | null | undefined): string[] | undefined {
    return ids === undefined ? undefined : [...new Set(ids?.split(',').filter(id => id.length > 0))];
}

/** An asset that was deleted has no preview. */
function asset(
    id: number | null = null,
    preview: string | null = null,
    focalPoint: string | null = null,
): FoundAsset | undefined {
    if (id === null || preview === null) {
        return undefined;
    }
    return { id, preview, focalPoint: focalPoint ? (JSON.parse(focalPoint) as unknown) : undefined };
}
