/** Whom an order is shown to, as far as the browser's session tells. */
interface Viewer {
    /** Who is signed in. */
    readonly customer: { readonly id: string } | undefined;
    /** Whether this browser placed the order, or named the e-mail that goes with it. */
    readonly isKnown: boolean;
}

/** An account shows its own orders, and a browser those that it knows: the code alone shows nothing. */
export function mayShow(
    order: { readonly customer: { readonly id: string } | null },
    { customer, isKnown }: Viewer,
): boolean {
    return isKnown || (customer !== undefined && order.customer?.id === customer.id);
}
