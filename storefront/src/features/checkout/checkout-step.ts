/** The parts of the checkout page, in order. */
export const steps = ['address', 'delivery', 'payment'] as const;
export type Step = (typeof steps)[number];

/** What the order says about how far its checkout is. */
export interface CheckoutProgress {
    readonly customer: object | null;
    readonly shippingAddress: { readonly countryCode: string | null } | null;
    readonly shippingLines: readonly object[];
}

function firstOpenStep(order: CheckoutProgress): Step {
    if (!order.customer || !order.shippingAddress?.countryCode) {
        return 'address';
    }
    return order.shippingLines.length === 0 ? 'delivery' : 'payment';
}

/**
 * Where the checkout is. It follows from the order alone, so that a reload, another device or the browser's back
 * button find it; the URL can ask for an earlier step, never for a later one.
 */
export function currentStep(order: CheckoutProgress, asked: string | undefined): Step {
    const open = firstOpenStep(order);
    const wanted = steps.find(step => step === asked);
    return wanted && steps.indexOf(wanted) < steps.indexOf(open) ? wanted : open;
}
