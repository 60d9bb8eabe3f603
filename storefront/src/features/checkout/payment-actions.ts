'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { redirect as redirectAnywhere } from 'next/navigation';
import { z } from 'zod';
import { redirect } from '@/i18n/navigation';
import { failed, type ActionResult, type FormState } from '@/lib/action-result';
import { currentMarket } from '@/lib/market/current-market';
import { knowsOrder } from '@/lib/vendure/known-orders';
import { fetchOrder } from '@/lib/vendure/order-by-code';
import { hasSession } from '@/lib/vendure/session';
import { arrangePayment, fetchPayableOrder } from './arrange-payment';
import { fetchCheckoutMethods } from './checkout-queries';
import { explainTotalChanged } from './payment-problems';
import { beginAttempt, readAttempt } from './payment-attempt';
import { hostedPageAddress } from './payment-addresses';
import { requestPayment, returnUrlOf, type Confirmation, type Means } from './request-payment';

/** The token of the test provider's default card. Sent, so that a payment that waits for another card is given up. */
const testCard = 'sandbox_ok';

const choice = z.object({
    paymentMethodCode: z.string().min(1).max(100),
    orderCode: z.string().max(100),
    /** What the shopper saw on the button, in minor units. */
    total: z.coerce.number().int(),
    /** With a test provider: its default card, without a visit to its page. */
    way: z.enum(['hosted-page', 'test-card']).default('hosted-page'),
    /** From the provider's component in the page. */
    token: z.string().min(1).max(500).optional(),
    /** One of the customer's saved cards; empty for another card. */
    savedMethod: z.string().max(500).optional(),
    /** Whether the provider is to keep the card. */
    saveMethod: z.literal('on').optional(),
});

/**
 * Pays and places the order, or leads to where the shopper pays. Done again, in this tab or another, it goes on with
 * the same payment.
 *
 * @returns An answer only when the shopper stays on the page.
 */
export async function placeOrder(
    _state: FormState<Confirmation>,
    form: FormData,
): Promise<ActionResult<Confirmation>> {
    const t = await getTranslations('problem');
    const input = choice.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return failed(t('paymentMethodGone'));
    }
    const { paymentMethodCode, orderCode, total, way } = input.data;
    const order = (await hasSession()) ? await fetchPayableOrder() : undefined;
    if (order?.code !== orderCode) {
        return afterOrderIsGone(orderCode);
    }
    if (order.totalWithTax !== total) {
        return explainTotalChanged(order);
    }
    const arranged = await arrangePayment(order);
    if (!arranged?.ok) {
        return arranged ?? afterOrderIsGone(orderCode);
    }
    const { paymentMethods } = await fetchCheckoutMethods();
    const method = paymentMethods.find(candidate => candidate.code === paymentMethodCode);
    if (!method) {
        return failed(t('paymentMethodGone'));
    }
    const attempt = await beginAttempt({ orderCode: order.code, method: method.code, total });
    const hostedPage = method.efiPayment?.publicConfiguration['cardPageUrl'];
    if (method.efiPayment?.flow === 'TOKEN' && way === 'hosted-page' && typeof hostedPage === 'string') {
        const { language } = await currentMarket();
        const returnUrl = await returnUrlOf(attempt);
        const visit = { amount: total, currency: order.currencyCode, language, returnUrl };
        return redirectAnywhere(hostedPageAddress(hostedPage, visit));
    }
    return requestPayment(attempt, meansOf(input.data));
}

function meansOf({ way, token, savedMethod, saveMethod }: z.infer<typeof choice>): Means {
    if (savedMethod) {
        return { savedMethod };
    }
    return { token: way === 'test-card' ? testCard : token, ...(saveMethod && { saveMethod: true }) };
}

const comingBack = z.object({ state: z.uuid(), token: z.string().min(1).max(500).optional() });

/**
 * Goes on with a payment after the shopper was at the provider's page. Only for who was sent there from this browser:
 * a link on another site pays nothing.
 */
export async function continuePayment(
    _state: FormState<Confirmation>,
    form: FormData,
): Promise<ActionResult<Confirmation>> {
    const input = comingBack.safeParse(Object.fromEntries(form));
    const attempt = await readAttempt();
    if (!input.success || attempt?.state !== input.data.state) {
        const t = await getTranslations('problem');
        return failed(t('returnUnknown'));
    }
    const order = (await hasSession()) ? await fetchPayableOrder() : undefined;
    if (order?.code !== attempt.orderCode) {
        return afterOrderIsGone(attempt.orderCode);
    }
    if (order.totalWithTax !== attempt.total) {
        return explainTotalChanged(order);
    }
    const { token } = input.data;
    // The payment first: PayPal adds a token of its own, which stands for no other card. A visit to a page that hands
    // out tokens begins without a payment.
    const means = attempt.intentId ? { intentId: attempt.intentId } : token ? { token } : undefined;
    if (!means) {
        // Came back without having paid.
        return goTo('/checkout?step=payment');
    }
    const arranged = await arrangePayment(order);
    if (!arranged?.ok) {
        return arranged ?? afterOrderIsGone(order.code);
    }
    return requestPayment(attempt, means);
}

/** The order is no cart any more: paid in another tab or by the provider's message, or the session has ended. */
async function afterOrderIsGone(orderCode: string): Promise<ActionResult<never>> {
    const attempt = await readAttempt();
    if (attempt?.orderCode === orderCode && attempt.intentId) {
        return goTo(`/checkout/payment/${attempt.intentId}`);
    }
    if ((await knowsOrder(orderCode)) && (await fetchOrder(orderCode))?.orderPlacedAt) {
        return goTo(`/orders/${orderCode}?placed=1`);
    }
    const t = await getTranslations('problem');
    return failed(t('cartGone'));
}

async function goTo(href: string): Promise<never> {
    return redirect({ href, locale: await getLocale() });
}
