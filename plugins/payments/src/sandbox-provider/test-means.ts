import { createHash } from 'node:crypto';
import type { Behaviour, Card } from './books/payment';
import type { Token } from './books/books';

/** A card number of the test system and what it does. */
export interface TestCard {
    readonly number: string;
    readonly brand: string;
    readonly behaviour: CardBehaviour;
}

/** What a card can do; the other behaviours have tokens only. */
export type CardBehaviour = Extract<
    Behaviour,
    'ok' | '3ds' | 'decline' | 'insufficient_funds' | 'expired_card'
>;

/** The numbers that the hosted page knows: those that Stripe's test mode made well known. */
export const TEST_CARDS: readonly TestCard[] = [
    { number: '4242424242424242', brand: 'visa', behaviour: 'ok' },
    { number: '5555555555554444', brand: 'mastercard', behaviour: 'ok' },
    { number: '4000000000003220', brand: 'visa', behaviour: '3ds' },
    { number: '4000000000000002', brand: 'visa', behaviour: 'decline' },
    { number: '4000000000009995', brand: 'visa', behaviour: 'insufficient_funds' },
    { number: '4000000000000069', brand: 'visa', behaviour: 'expired_card' },
];

/** Tokens that need no card form, for tests and for programs. */
const FIXED_TOKENS: Readonly<Record<string, Behaviour>> = {
    sandbox_ok: 'ok',
    sandbox_decline: 'decline',
    sandbox_3ds: '3ds',
    sandbox_slow: 'slow',
    sandbox_timeout_after_charge: 'timeout_after_charge',
    sandbox_webhook_late: 'webhook_late',
    sandbox_webhook_twice: 'webhook_twice',
    sandbox_webhook_shuffled: 'webhook_shuffled',
};

/** The token of that fixed name, or `undefined` when there is none. */
export function fixedToken(id: string): Token | undefined {
    const behaviour = Object.hasOwn(FIXED_TOKENS, id) ? FIXED_TOKENS[id] : undefined;
    return behaviour && { id, behaviour, card: cardOf('4242424242424242', 'visa') };
}

/** What the books keep of a card. The whole number stays out. */
export function cardOf(number: string, brand: string): Card {
    return {
        brand,
        last4: number.slice(-4),
        fingerprint: createHash('sha256').update(`sandbox:${number}`).digest('hex').slice(0, 16),
        country: 'US',
    };
}
