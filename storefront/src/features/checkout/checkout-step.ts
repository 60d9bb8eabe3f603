import { contactAddress } from '@/lib/address/contact-address';

/** The parts of the checkout page, in order. */
export const steps = ['address', 'delivery', 'payment'] as const;
export type Step = (typeof steps)[number];

interface CountryOf {
    readonly countryCode: string | null;
}

/** What the order says about how far its checkout is. */
export interface CheckoutProgress {
    readonly customer: object | null;
    readonly shippingAddress: CountryOf | null;
    readonly billingAddress: CountryOf | null;
    readonly shippingLines: readonly object[];
}

function firstOpenStep(order: CheckoutProgress, needsPlace: boolean): Step {
    if (!order.customer || !contactAddress(order)) {
        return 'address';
    }
    return order.shippingLines.length === 0 || needsPlace ? 'delivery' : 'payment';
}

/**
 * Where the checkout is. It follows from the order alone, so that a reload, another device or the browser's back
 * button find it; the URL can ask for an earlier step, never for a later one.
 *
 * @param needsPlace - Whether it is still to say where the order is fetched.
 */
export function currentStep(order: CheckoutProgress, asked: string | undefined, needsPlace = false): Step {
    const open = firstOpenStep(order, needsPlace);
    const wanted = steps.find(step => step === asked);
    return wanted && steps.indexOf(wanted) < steps.indexOf(open) ? wanted : open;
}
