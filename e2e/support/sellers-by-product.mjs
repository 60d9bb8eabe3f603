/**
 * Splits an order between the sellers of a small marketplace: products whose SKU begins with `seller-` make one order
 * for each seller, named by the next part of the SKU. An order without any of them stays whole.
 */
export class SellersByProduct {
    splitOrder(ctx, order) {
        const sellers = new Map();
        for (const line of order.lines) {
            const seller = sellerOf(line);
            sellers.set(seller, [...(sellers.get(seller) ?? []), line]);
        }
        if (sellers.has(undefined)) {
            return [];
        }
        return [...sellers.values()].map((lines, n) => ({
            channelId: ctx.channelId,
            state: 'PaymentSettled',
            lines,
            shippingLines: n === 0 ? order.shippingLines : [],
        }));
    }
}

function sellerOf(line) {
    return /^seller-(\w+)/.exec(line.productVariant.sku)?.[1];
}
