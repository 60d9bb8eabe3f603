import { orderTotals } from '@/lib/money/order-totals';
import type { Order } from '@/lib/vendure/order-fragment';

export interface CartViewLine {
    readonly id: string;
    readonly variantId: string;
    readonly name: string;
    /** What tells the variant from its siblings, e.g. `32 GB, black`; may be empty. */
    readonly options: string;
    /** Of the product's page. */
    readonly slug: string;
    readonly image: string | undefined;
    readonly quantity: number;
    /** Of all pieces together, in minor units, as the market shows prices. */
    readonly price: number;
}

/** A cart as the drawer shows it: little enough to go along with every page. Amounts in minor units. */
export interface CartView {
    readonly currency: string;
    /** Of all lines together. */
    readonly quantity: number;
    readonly lines: readonly CartViewLine[];
    readonly discounts: readonly { readonly description: string; readonly amount: number }[];
    /** Of the goods before discounts. */
    readonly items: number;
}

type Source = Pick<
    Order,
    'currencyCode' | 'totalQuantity' | 'lines' | 'discounts' | 'shippingLines' | 'total' | 'totalWithTax'
>;

export function cartView(order: Source, showsTax: boolean): CartView {
    const { items, discounts } = orderTotals(order, showsTax);
    return {
        currency: order.currencyCode,
        quantity: order.totalQuantity,
        lines: order.lines.map(line => ({
            id: line.id,
            variantId: line.productVariant.id,
            name: line.productVariant.product.name,
            options: line.productVariant.options.map(option => option.name).join(', '),
            slug: line.productVariant.product.slug,
            image: line.featuredAsset?.preview,
            quantity: line.quantity,
            price: showsTax ? line.linePriceWithTax : line.linePrice,
        })),
        discounts,
        items,
    };
}

export interface CartChange {
    readonly lineId: string;
    /** None removes the line. */
    readonly quantity: number;
}

/**
 * The cart as it will probably be after a change, to be shown until the server has answered. Discounts stay as they
 * are: their rules are the server's.
 */
export function expectChange(cart: CartView, { lineId, quantity }: CartChange): CartView {
    const lines = cart.lines
        .map(line =>
            line.id === lineId
                ? { ...line, quantity, price: Math.round((line.price / line.quantity) * quantity) }
                : line,
        )
        .filter(line => line.quantity > 0);
    return {
        ...cart,
        lines,
        quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
        items: lines.reduce((sum, line) => sum + line.price, 0),
    };
}
