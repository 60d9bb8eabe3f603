import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { redirect as redirectAnywhere } from 'next/navigation';
import { redirect } from '@/i18n/navigation';
import { failed, type ActionResult } from '@/lib/action-result';
import { storefrontEnv } from '@/lib/env';
import { mutateAsShopper } from '@/lib/vendure/client';
import { returnAddress } from './payment-addresses';
import { keepAttempt, type PaymentAttempt } from './payment-attempt';
import { AddPayment, type PaymentResult } from './payment-documents';
import { explainRefusal } from './payment-problems';

/** What the provider's component in the page needs to go on. */
export interface Confirmation {
    readonly clientSecret: string;
    /** Where the shopper goes on afterwards. */
    readonly returnUrl: string;
}

/** What stands for a card, with the wish to save it; a saved card; or a payment that was begun. */
export type Means =
    | { readonly token?: string; readonly saveMethod?: true }
    | { readonly savedMethod: string }
    | { readonly intentId: string };

/** Providers may take their time, and the server waits for them; it always answers within this. Milliseconds. */
const patience = 40_000;

/**
 * Begins the payment, or goes on with the one that is open: the server never pays an order twice.
 *
 * @param means - What to pay with, or the payment to go on with: then no other is begun, also when it has ended.
 * @returns An answer only when the shopper stays on the page.
 */
export async function requestPayment(
    attempt: PaymentAttempt,
    means: Means,
): Promise<ActionResult<Confirmation>> {
    const metadata = { ...means, returnUrl: await returnUrlOf(attempt) };
    let result: PaymentResult;
    try {
        const input = { method: attempt.method, metadata };
        result = (await mutateAsShopper(AddPayment, { input }, patience)).addPaymentToOrder;
    } catch (error) {
        // No answer does not mean no payment. Asking again finds out, so the shopper is told to.
        console.error('A payment got no answer:', error);
        const t = await getTranslations('problem');
        return failed(t('paymentUnclear'));
    }
    if (result.__typename === 'Order') {
        return goTo(`/orders/${result.code}?placed=1`);
    }
    if (result.__typename === 'EfiPaymentPendingError') {
        await keepAttempt({ ...attempt, intentId: result.intentId });
        return goTo(`/checkout/payment/${result.intentId}`);
    }
    if (result.__typename === 'EfiPaymentActionRequiredError') {
        await keepAttempt({ ...attempt, intentId: result.intentId });
        // Who comes back and has not done it, because they cancelled there, is asked what to do, not sent back again.
        return 'intentId' in means
            ? goTo(`/checkout/payment/${result.intentId}`)
            : act(result, metadata.returnUrl);
    }
    if (result.__typename === 'NoActiveOrderError') {
        // Placed meanwhile: by the provider's message, or in another tab.
        return goTo(
            attempt.intentId
                ? `/checkout/payment/${attempt.intentId}`
                : `/orders/${attempt.orderCode}?placed=1`,
        );
    }
    return explainRefusal(result);
}

type ActionRequired = Extract<PaymentResult, { __typename: 'EfiPaymentActionRequiredError' }>;

function act({ action }: ActionRequired, returnUrl: string): ActionResult<Confirmation> {
    if (action.kind === 'CLIENT_CONFIRMATION' && action.clientSecret) {
        return { ok: true, data: { clientSecret: action.clientSecret, returnUrl } };
    }
    if (action.url) {
        return redirectAnywhere(action.url);
    }
    throw new Error(`The server asks for a ${action.kind} and does not say where`);
}

export async function returnUrlOf({ state }: PaymentAttempt): Promise<string> {
    return returnAddress(storefrontEnv().storefrontUrl, await getLocale(), state);
}

async function goTo(href: string): Promise<never> {
    return redirect({ href, locale: await getLocale() });
}
