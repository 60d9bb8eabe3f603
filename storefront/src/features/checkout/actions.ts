'use server';

import type { ActionResult, FormState } from '@/lib/action-result';
import { fetchActiveOrder, makeOrderEditable } from '@/lib/vendure/active-order';
import { mutateAsShopper } from '@/lib/vendure/client';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';
import { hasSession } from '@/lib/vendure/session';
import { SetAddresses, SetCustomer } from './checkout-documents';
import { chosenAddresses, type Contact } from './chosen-addresses';
import { explainAddress, explainCustomer, explainVatNumber } from './checkout-problems';
import { cartGone, goTo, paymentUnderWay } from './step-answers';

/** Keeps contact and address on the order and goes on to delivery. */
export async function saveAddress(_state: FormState, form: FormData): Promise<ActionResult> {
    const chosen = await chosenAddresses(form);
    if (!chosen.ok) {
        return chosen;
    }
    if (!(await hasSession())) {
        return cartGone();
    }
    if (!(await makeOrderEditable())) {
        return paymentUnderWay();
    }
    const couponsBefore = (await fetchActiveOrder())?.couponCodes.length ?? 0;
    const { contact, ...addresses } = chosen.data;
    const known = await setContact(contact);
    if (!known.ok) {
        return known;
    }
    const { setOrderShippingAddress, setOrderBillingAddress, setEfiVatNumber } = await mutateAsShopper(
        SetAddresses,
        addresses,
    );
    const explanations = [
        await explainAddress(setOrderShippingAddress),
        await explainAddress(setOrderBillingAddress),
        await explainVatNumber(setEfiVatNumber),
    ];
    const refusal = explanations.find(explained => !explained.ok);
    if (refusal) {
        return refusal;
    }
    // Vendure drops a coupon without a word when it learns who the customer is and that they used it before.
    const couponsAfter =
        setOrderBillingAddress.__typename === 'Order'
            ? setOrderBillingAddress.couponCodes.length
            : couponsBefore;
    return goTo(
        couponsAfter < couponsBefore ? '/checkout?step=delivery&coupon=removed' : '/checkout?step=delivery',
    );
}

/** A signed-in shopper's order is theirs already. */
async function setContact(contact: Contact): Promise<ActionResult> {
    if (await fetchCurrentCustomer()) {
        return { ok: true, data: undefined };
    }
    const { setCustomerForOrder } = await mutateAsShopper(SetCustomer, { input: contact });
    return explainCustomer(setCustomerForOrder);
}
