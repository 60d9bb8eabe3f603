import { LanguageCode, PaymentMethodEligibilityChecker } from '@vendure/core';

/**
 * For a payment method that the shop has given up: nobody pays by it any more, and the orders that were paid by it
 * can still be refunded, for which Vendure wants the method to be enabled.
 */
export const pastOrdersOnly = new PaymentMethodEligibilityChecker({
    code: 'efi-demo-past-orders-only',
    description: [{ languageCode: LanguageCode.en, value: 'For refunds of past orders only' }],
    args: {},
    check: () => false,
});
