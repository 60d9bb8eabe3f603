import 'server-only';
import { contactAddress } from '@/lib/address/contact-address';
import { languageTag, type Locale } from '@/lib/market/locale';
import type { Order } from '@/lib/vendure/order-fragment';
import type { ShippingMethod } from './checkout-documents';
import { currentStep, type Step } from './checkout-step';
import { fetchPickUpOptions } from './pick-up-queries';
import { initialPlace, type PlaceView, placeViews } from './place-view';

interface OpenCheckout {
    readonly step: Step;
    /** Where the order can be fetched; none where that is not asked. */
    readonly places: readonly PlaceView[];
    /** The one that is selected before the shopper chooses, by id. */
    readonly initialPlace: string | undefined;
}

/**
 * Where the checkout of an order is, and what is to choose from there.
 *
 * @param asked - The step that the address wants.
 */
export async function openCheckout(
    order: Order,
    methods: readonly ShippingMethod[],
    asked: string | string[] | undefined,
    locale: Locale,
): Promise<OpenCheckout> {
    const wanted = typeof asked === 'string' ? asked : undefined;
    const step = currentStep(order, wanted);
    const asksPlace = isFetched(order, methods) && !order.efiPickUpPlace;
    if (!asksPlace && step !== 'delivery') {
        return { step, places: [], initialPlace: undefined };
    }
    const { options, lastPlace } = await fetchPickUpOptions();
    const places = placeViews(options, order, contactAddress(order), languageTag(locale));
    return {
        // Chosen elsewhere than here, where nobody asked for a place.
        step: currentStep(order, wanted, asksPlace && places.length > 0),
        places,
        initialPlace: initialPlace(places, order.efiPickUpPlace?.placeId, lastPlace),
    };
}

/** With the way of shipping that the order has. */
function isFetched(order: Order, methods: readonly ShippingMethod[]): boolean {
    return methods.some(
        ({ id, efiIsPickUp }) =>
            efiIsPickUp && order.shippingLines.some(({ shippingMethod }) => shippingMethod.id === id),
    );
}
