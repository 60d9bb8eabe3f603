import type { StockPolicy } from './stock-plan';

/** What a variant says about its stock. */
export interface VariantStockSettings {
    readonly trackInventory: 'TRUE' | 'FALSE' | 'INHERIT';
    readonly useGlobalOutOfStockThreshold: boolean;
    readonly outOfStockThreshold: number;
}

/** What holds for variants that leave it to the shop. */
export interface ShopStockSettings {
    readonly trackInventory: boolean;
    readonly outOfStockThreshold: number;
}

export function stockPolicyOf(variant: VariantStockSettings, shop: ShopStockSettings): StockPolicy {
    return {
        tracked:
            variant.trackInventory === 'INHERIT' ? shop.trackInventory : variant.trackInventory === 'TRUE',
        threshold: variant.useGlobalOutOfStockThreshold
            ? shop.outOfStockThreshold
            : variant.outOfStockThreshold,
    };
}
