import type { StripeAccess } from './stripe-client';

/** How the shop is known at Stripe. */
export interface StripeOptions extends StripeAccess {
    /** `pk_…`, for the Payment Element in the browser. */
    readonly publishableKey: string;
    /** `whsec_…`, of the endpoint that sends to `/payments/webhooks/stripe`. */
    readonly webhookSecret: string;
    /**
     * Whether the account may capture one payment several times, which Stripe switches on for accounts with IC+
     * pricing. Where a card does not allow it, Stripe refuses a capture that is not the last one.
     *
     * @default false
     */
    readonly multicapture?: boolean;
}

/**
 * Says what is wrong without repeating it: a secret key in the wrong place would else end in a log, or, as the
 * publishable key, in every browser.
 *
 * @throws Error that names the setting and what it must be.
 */
export function checkStripeOptions({ secretKey, publishableKey, webhookSecret }: StripeOptions): void {
    const faults = [
        !/^[sr]k_(test|live)_/.test(secretKey) &&
            'secretKey must start with sk_test_, sk_live_, rk_test_ or rk_live_',
        !/^pk_(test|live)_/.test(publishableKey) && 'publishableKey must start with pk_test_ or pk_live_',
        !webhookSecret.startsWith('whsec_') && 'webhookSecret must start with whsec_',
        modeOf(secretKey) !== modeOf(publishableKey) &&
            'both keys must be of test mode, or both of live mode',
    ].filter(fault => fault !== false);
    if (faults.length > 0) {
        throw new Error(`Stripe: ${faults.join('; ')}.`);
    }
}

function modeOf(key: string): string | undefined {
    return key.split('_')[1];
}
