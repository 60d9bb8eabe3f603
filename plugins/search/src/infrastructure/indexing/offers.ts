/** What a channel offers in a currency. */
export interface Offer {
    readonly productId: number;
    /** 0 for a product without variants. */
    readonly variantId: number;
    readonly channelId: number;
    readonly currencyCode: string;
    /** In minor units, without tax. */
    readonly price: number;
    /** In minor units. */
    readonly priceWithTax: number;
    readonly inStock: boolean;
    readonly productInStock: boolean;
}
