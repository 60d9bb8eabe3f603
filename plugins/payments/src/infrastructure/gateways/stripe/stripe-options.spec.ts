import { describe, expect, it } from 'vitest';
import { checkStripeOptions, type StripeOptions } from './stripe-options';

const OPTIONS: StripeOptions = {
    secretKey: 'sk_test_hidden',
    publishableKey: 'pk_test_1',
    webhookSecret: 'whsec_1',
};

describe('the settings for Stripe', () => {
    it.each([OPTIONS, { ...OPTIONS, secretKey: 'rk_live_1', publishableKey: 'pk_live_1' }])(
        'are right: %o',
        options => expect(() => checkStripeOptions(options)).not.toThrow(),
    );

    it.each([
        [{ publishableKey: 'sk_test_hidden' }, 'publishableKey must start with pk_'],
        [{ secretKey: 'pk_test_hidden' }, 'secretKey must start with sk_'],
        [{ secretKey: 'sk_live_hidden' }, 'both of live mode'],
        [{ webhookSecret: 'hidden' }, 'webhookSecret must start with whsec_'],
    ])('are refused without being repeated: %o', (wrong, message) => {
        const check = () => checkStripeOptions({ ...OPTIONS, ...wrong });
        expect(check).toThrow(message);
        expect(check).not.toThrow('hidden');
    });
});
