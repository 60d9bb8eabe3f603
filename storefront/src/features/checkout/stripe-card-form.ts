import type { Stripe } from '@stripe/stripe-js';
// The plain entry loads Stripe's script as soon as it is imported; this one when it is asked to.
import { loadStripe } from '@stripe/stripe-js/pure';
import type { CardForm, CardFormTerms, Confirmed } from './card-form';
import { toStripeAmount } from './stripe-amount';
import { onAppearanceChange, readAppearance } from './stripe-appearance';

/**
 * Stripe's Payment Element. What is typed goes to Stripe and comes back as a ConfirmationToken, with which the server
 * pays: nothing is charged that the server has not begun.
 *
 * @throws Error when Stripe's script can't be loaded.
 */
export async function openStripeCardForm(container: HTMLElement, terms: CardFormTerms): Promise<CardForm> {
    const stripe = await load(terms.publishableKey);
    const elements = stripe.elements({
        mode: 'payment',
        // Held first, and taken once the order has its stock, as the server's payments are.
        captureMethod: 'manual',
        ...termsOf(terms),
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
        confirm: clientSecret => confirmWith(stripe, clientSecret),
        update(changed) {
            void elements.update(termsOf(changed));
        },
        close() {
            stopFollowing();
            element.destroy();
        },
    };
}

/**
 * Lets the shopper confirm a payment with a saved card, for which no form is open.
 *
 * @throws Error when Stripe's script can't be loaded.
 */
export async function confirmSavedCard(publishableKey: string, clientSecret: string): Promise<Confirmed> {
    return confirmWith(await load(publishableKey), clientSecret);
}

async function load(publishableKey: string): Promise<Stripe> {
    const stripe = await loadStripe(publishableKey);
    if (!stripe) {
        throw new Error('Stripe can be loaded in a browser only');
    }
    return stripe;
}

async function confirmWith(stripe: Stripe, clientSecret: string): Promise<Confirmed> {
    const { error } = await stripe.handleNextAction({ clientSecret });
    return error ? { ok: false, message: error.message } : { ok: true };
}

function termsOf({ amount, currency, save }: Pick<CardFormTerms, 'amount' | 'currency' | 'save'>) {
    return {
        amount: toStripeAmount(amount, currency),
        currency: currency.toLowerCase(),
        // As the server's payment says it, or Stripe refuses the two together.
        setupFutureUsage: save ? ('on_session' as const) : null,
    };
}
