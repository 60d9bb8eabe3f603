import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { ResultOf } from '@/graphql/graphql';
import { done, failed, type ActionResult } from '@/lib/action-result';
import type {
    AddPayment,
    ArrangePayment,
    SetAddresses,
    SetCustomer,
    SetShippingMethod,
} from './checkout-documents';

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

export async function explainArranging(
    result: ResultOf<typeof ArrangePayment>['transitionOrderToState'],
): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result?.__typename) {
        case 'Order':
            return done;
        case 'OrderStateTransitionError':
            return failed(t('notReady', { reason: result.transitionError }));
        case undefined:
            return failed(t('cartGone'));
    }
}

type PaymentResult = ResultOf<typeof AddPayment>['addPaymentToOrder'];

export async function explainPayment(result: PaymentResult): Promise<ActionResult<{ code: string }>> {
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'Order':
            return { ok: true, data: { code: result.code } };
        case 'PaymentDeclinedError':
            return failed(t('paymentDeclined'));
        case 'PaymentFailedError':
            return failed(t('paymentFailed'));
        case 'IneligiblePaymentMethodError':
            return failed(t('paymentMethodGone'));
        case 'CouponRemovedDuringCheckoutError':
            return failed(t('couponRemoved'));
        case 'OrderStateTransitionError':
            return failed(t('notReady', { reason: result.transitionError }));
        case 'OrderPaymentStateError':
            return failed(t('notChanged'));
        case 'NoActiveOrderError':
            return failed(t('cartGone'));
    }
}
