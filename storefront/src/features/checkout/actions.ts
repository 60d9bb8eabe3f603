'use server';

import { getTranslations } from 'next-intl/server';
import { failed, type ActionResult, type FormState } from '@/lib/action-result';
import { fetchActiveOrder, makeOrderEditable } from '@/lib/vendure/active-order';
import { mutateAsShopper } from '@/lib/vendure/client';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';
import { hasSession } from '@/lib/vendure/session';
import { parseAddress, type AddressInput } from './address-schema';
import { SetAddresses, SetCustomer } from './checkout-documents';
import { explainAddress, explainCustomer, explainVatNumber } from './checkout-problems';
import { cartGone, goTo, paymentUnderWay } from './step-answers';

/** Keeps contact and address on the order and goes on to delivery. */
export async function saveAddress(_state: FormState, form: FormData): Promise<ActionResult> {
    const parsed = parseAddress(Object.fromEntries(form));
    if (!parsed.ok) {
        const t = await getTranslations('form');
        const fields = Object.entries(parsed.problems).map(([field, problem]) => [field, t(problem)]);
        return failed(t('check'), Object.fromEntries(fields) as Record<string, string>);
    }
    if (!(await hasSession())) {
        return cartGone();
    }
    if (!(await makeOrderEditable())) {
        return paymentUnderWay();
    }
    const couponsBefore = (await fetchActiveOrder())?.couponCodes.length ?? 0;
    const contact = await setContact(parsed.address);
    if (!contact.ok) {
        return contact;
    }
    const { vatNumber, countryCode } = parsed.address;
    const { setOrderShippingAddress, setOrderBillingAddress, setEfiVatNumber } = await mutateAsShopper(
        SetAddresses,
        { input: postalAddress(parsed.address), vatNumber, country: countryCode },
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
async function setContact(address: AddressInput): Promise<ActionResult> {
    if (await fetchCurrentCustomer()) {
        return { ok: true, data: undefined };
    }
    const { emailAddress, firstName, lastName, phoneNumber } = address;
    const { setCustomerForOrder } = await mutateAsShopper(SetCustomer, {
        input: { emailAddress, firstName, lastName, phoneNumber: phoneNumber || undefined },
    });
    return explainCustomer(setCustomerForOrder);
}

function postalAddress(address: AddressInput) {
    const { firstName, lastName, company, streetLine1, streetLine2 } = address;
    const { city, province, postalCode, countryCode, phoneNumber } = address;
    return {
        fullName: `${firstName} ${lastName}`,
        company,
        streetLine1,
        streetLine2,
        city,
        province,
        postalCode,
        countryCode,
        phoneNumber,
    };
}
