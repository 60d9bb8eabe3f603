/** What a test card does when it is charged. */
export interface TestCard {
    readonly brand: string;
    readonly last4: string;
    readonly outcome: 'succeeds' | 'declines' | 'authenticates';
    readonly declineCode?: string;
}

/** Of Stripe's test PaymentMethods (https://docs.stripe.com/testing), those that the tests pay with. */
export const TEST_CARDS: Readonly<Record<string, TestCard>> = {
    pm_card_visa: { brand: 'visa', last4: '4242', outcome: 'succeeds' },
    pm_card_mastercard: { brand: 'mastercard', last4: '4444', outcome: 'succeeds' },
    pm_card_chargeDeclined: {
        brand: 'visa',
        last4: '0002',
        outcome: 'declines',
        declineCode: 'generic_decline',
    },
    pm_card_chargeDeclinedInsufficientFunds: {
        brand: 'visa',
        last4: '9995',
        outcome: 'declines',
        declineCode: 'insufficient_funds',
    },
    pm_card_authenticationRequired: { brand: 'visa', last4: '3184', outcome: 'authenticates' },
};
