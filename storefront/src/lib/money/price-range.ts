type Price = { readonly value: number } | { readonly min: number; readonly max: number };

/** From the cheapest to the dearest variant of a product, as the market shows prices. Minor units. */
export function shownRange(
    product: { readonly price: Price; readonly priceWithTax: Price },
    showsTax: boolean,
): { min: number; max: number } {
    const price = showsTax ? product.priceWithTax : product.price;
    return 'value' in price ? { min: price.value, max: price.value } : price;
}
