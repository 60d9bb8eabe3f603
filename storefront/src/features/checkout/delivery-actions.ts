'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { contactAddress } from '@/lib/address/contact-address';
import { failed, type ActionResult, type FormState } from '@/lib/action-result';
import { fetchActiveOrder, makeOrderEditable } from '@/lib/vendure/active-order';
import { mutateAsShopper } from '@/lib/vendure/client';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';
import { rememberOrder } from '@/lib/vendure/known-orders';
import type { Order } from '@/lib/vendure/order-fragment';
import { hasSession } from '@/lib/vendure/session';
import { SetShippingMethod } from './checkout-documents';
import { explainPlace, explainShipping } from './checkout-problems';
import { fetchCheckoutMethods } from './checkout-queries';
import { ForgetShippingAddress, SetPickUpPlace, SetShippingAddress } from './pick-up-documents';
import { fetchPickUpOptions } from './pick-up-queries';
import { cartGone, goTo, paymentUnderWay } from './step-answers';

const id = z.string().regex(/^[\w-]{1,64}$/);
const choice = z.object({ shippingMethodId: id, placeId: id.optional() });

/** Keeps on the order how the shopper gets it, and where when they fetch it, and goes on to payment. */
export async function saveDelivery(_state: FormState, form: FormData): Promise<ActionResult> {
    const input = choice.safeParse(Object.fromEntries(form));
    if (!input.success) {
        const t = await getTranslations('problem');
        return failed(t('shippingGone'));
    }
    if (!(await hasSession())) {
        return cartGone();
    }
    if (!(await makeOrderEditable())) {
        return paymentUnderWay();
    }
    const [order, { shippingMethods }] = await Promise.all([fetchActiveOrder(), fetchCheckoutMethods()]);
    if (!order) {
        return cartGone();
    }
    const { shippingMethodId, placeId } = input.data;
    const method = shippingMethods.find(each => each.id === shippingMethodId);
    const isFetched = method?.efiIsPickUp === true && (await fetchPickUpOptions()).options.length > 0;
    const result = isFetched
        ? await fetchAt(shippingMethodId, placeId)
        : await deliver(order, shippingMethodId);
    if (result.ok) {
        if (!isFetched && (await mayHaveOtherAddress(order))) {
            return goTo('/checkout?step=address');
        }
        // Before the payment, not with it: of two tabs that pay at once, the second finds the order by this.
        await rememberOrder(order.code);
        return goTo('/checkout?step=payment');
    }
    return result;
}

/**
 * An order that was to be fetched has the address of the bill alone. Who has several in their address book may want the goods
 * elsewhere, and is asked.
 */
async function mayHaveOtherAddress(order: Order): Promise<boolean> {
    const saved = (await fetchCurrentCustomer())?.addresses?.length ?? 0;
    return saved > 1 && !order.shippingAddress?.countryCode;
}

async function fetchAt(method: string, place: string | undefined): Promise<ActionResult> {
    const t = await getTranslations('problem');
    if (!place) {
        return failed(t('placeWanted'), { placeId: t('placeWanted') });
    }
    const { setEfiOrderPickUpPlace } = await mutateAsShopper(SetPickUpPlace, { method, place });
    if (setEfiOrderPickUpPlace.__typename === 'Order') {
        // Nothing is sent: the address that was typed is that of the bill.
        await mutateAsShopper(ForgetShippingAddress, {});
    } else {
        // What each place has now.
        refresh();
    }
    return explainPlace(setEfiOrderPickUpPlace);
}

async function deliver(order: Order, method: string): Promise<ActionResult> {
    const address = contactAddress(order);
    if (address?.countryCode && !order.shippingAddress?.countryCode) {
        const { fullName, company, streetLine1, streetLine2, city, province } = address;
        const { postalCode, countryCode, phoneNumber } = address;
        await mutateAsShopper(SetShippingAddress, {
            input: {
                ...{ fullName, company, streetLine1: streetLine1 ?? '', streetLine2, city, province },
                ...{ postalCode, countryCode, phoneNumber },
            },
        });
    }
    const { setOrderShippingMethod } = await mutateAsShopper(SetShippingMethod, { id: [method] });
    return explainShipping(setOrderShippingMethod);
}
