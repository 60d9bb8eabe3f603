// The plain entry loads Stripe's script as soon as it is imported; this one when it is asked to.
import { loadStripe } from '@stripe/stripe-js/pure';
import type { CardForm, CardFormTerms } from './card-form';
import { toStripeAmount } from './stripe-amount';
import { onAppearanceChange, readAppearance } from './stripe-appearance';

/**
 * Stripe's Payment Element. What is typed goes to Stripe and comes back as a ConfirmationToken, with which the server
 * pays: nothing is charged that the server has not begun.
 *
 * @throws Error when Stripe's script can't be loaded.
 */
export async function openStripeCardForm(container: HTMLElement, terms: CardFormTerms): Promise<CardForm> {
    const stripe = await loadStripe(terms.publishableKey);
    if (!stripe) {
        throw new Error('Stripe can be loaded in a browser only');
    }
    const elements = stripe.elements({
        mode: 'payment',
        // Held first, and taken once the order has its stock, as the server's payments are.
        captureMethod: 'manual',
        amount: toStripeAmount(terms.amount, terms.currency),
        currency: terms.currency.toLowerCase(),
        locale: terms.language as 'en' | 'de' | 'fr',
        appearance: readAppearance(container),
    });
    const element = elements.create('payment');
    element.mount(container);
    const stopFollowing = onAppearanceChange(() => {
        void elements.update({ appearance: readAppearance(container) });
    });
    return {
        async createToken() {
            const { error: incomplete } = await elements.submit();
            if (incomplete) {
                return { ok: false, message: incomplete.message };
            }
            const { error, confirmationToken } = await stripe.createConfirmationToken({ elements });
            return error ? { ok: false, message: error.message } : { ok: true, token: confirmationToken.id };
        },
        async confirm(clientSecret) {
            const { error } = await stripe.handleNextAction({ clientSecret });
            return error ? { ok: false, message: error.message } : { ok: true };
        },
        update({ amount, currency }) {
            void elements.update({
                amount: toStripeAmount(amount, currency),
                currency: currency.toLowerCase(),
            });
        },
        close() {
            stopFollowing();
            element.destroy();
        },
    };
}
