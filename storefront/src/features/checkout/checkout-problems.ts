import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { ResultOf } from '@/graphql/graphql';
import { done, failed, type ActionResult } from '@/lib/action-result';
import type { SetAddresses, SetCustomer, SetShippingMethod } from './checkout-documents';
import type { SetPickUpPlace } from './pick-up-documents';

export async function explainCustomer(
    result: ResultOf<typeof SetCustomer>['setCustomerForOrder'],
): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'Order':
            return done;
        // Signed in meanwhile, perhaps in another tab: the account's details count.
        case 'AlreadyLoggedInError':
            return done;
        case 'EmailAddressConflictError':
            return failed(t('emailTaken'), { emailAddress: t('emailTaken') });
        case 'GuestCheckoutError':
            return failed(t('guestsRefused'));
        case 'NoActiveOrderError':
            return failed(t('cartGone'));
    }
}

export async function explainAddress(
    result: ResultOf<typeof SetAddresses>['setOrderShippingAddress'],
): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'Order':
            return done;
        case 'NoActiveOrderError':
            return failed(t('cartGone'));
    }
}

const vatNumberProblems = {
    COUNTRY: 'vatNumberCountry',
    FORM: 'vatNumberForm',
    CHECK_DIGITS: 'vatNumberDigits',
} as const;

export async function explainVatNumber(
    result: ResultOf<typeof SetAddresses>['setEfiVatNumber'],
): Promise<ActionResult> {
    const [t, form] = await Promise.all([getTranslations('problem'), getTranslations('form')]);
    switch (result.__typename) {
        case 'Order':
            return done;
        case 'EfiVatNumberInvalidError':
            return failed(form('check'), { vatNumber: form(vatNumberProblems[result.problem]) });
        case 'OrderModificationError':
            return failed(t('notChanged'));
        case 'NoActiveOrderError':
            return failed(t('cartGone'));
    }
}

export async function explainShipping(
    result: ResultOf<typeof SetShippingMethod>['setOrderShippingMethod'],
): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'Order':
            return done;
        case 'IneligibleShippingMethodError':
            return failed(t('shippingGone'));
        case 'OrderModificationError':
            return failed(t('notChanged'));
        case 'NoActiveOrderError':
            return failed(t('cartGone'));
    }
}

const placeProblems = {
    NOT_PICK_UP: 'shippingGone',
    NOT_A_PLACE: 'placeGone',
    NOT_ALL_HERE: 'placeSoldOut',
} as const;

/** What is wrong with the place stands beside the places. */
export async function explainPlace(
    result: ResultOf<typeof SetPickUpPlace>['setEfiOrderPickUpPlace'],
): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'EfiPickUpPlaceError': {
            const text = t(placeProblems[result.problem]);
            return result.problem === 'NOT_PICK_UP' ? failed(text) : failed(text, { placeId: text });
        }
        case 'Order':
        case 'IneligibleShippingMethodError':
        case 'OrderModificationError':
        case 'NoActiveOrderError':
            return explainShipping(result);
    }
}
