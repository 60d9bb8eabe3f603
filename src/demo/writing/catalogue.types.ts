import type { MarketCode, StockLocationCode, TaxClass } from '../shop/markets';
import type { AssetIds } from './write-assets';
import type { FacetValueIds } from './write-facets';
import type { ShopIds } from './write-markets';

/** What catalogue rows refer to. */
export interface CatalogueContext {
    readonly shop: Pick<ShopIds, 'defaultChannel' | 'channels' | 'taxCategories' | 'stockLocations'>;
    readonly assets: AssetIds;
    readonly facetValues: FacetValueIds;
}

/** A variant as it was written, with what orders need to know of it. */
export interface WrittenVariant {
    readonly id: number;
    readonly productId: number;
    readonly sku: string;
    readonly category: string;
    readonly taxClass: TaxClass;
    readonly featuredAssetId: number | null;
    /** Minor units, as the market keeps its prices. */
    readonly prices: Readonly<Record<MarketCode, number>>;
    readonly stock: Readonly<Record<StockLocationCode, number>>;
}
