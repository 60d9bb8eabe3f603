import { describe, expect, it } from 'vitest';
import { quarantineInWords, type QuarantineReason } from './quarantine-reason';

const there = { amount: 1799, currency: 'USD' };
const here = { amount: 1800, currency: 'USD' };

const cases: ReadonlyArray<[QuarantineReason, string]> = [
    [
        { code: 'second-payment', reference: 'p2', other: 'p1' },
        'The provider has a second payment, p2, beside p1.',
    ],
    [
        { code: 'belongs-to-another', reference: 'p2', other: 'i1' },
        "The provider's payment p2 belongs to another intent, i1.",
    ],
    [
        { code: 'other-currency', reference: 'm1', there: { amount: 18, currency: 'JPY' }, here },
        'Movement m1 is in JPY, not in USD.',
    ],
    [
        { code: 'movement-changed', reference: 'm1', there, here },
        'Movement m1 was 18.00 USD and is now 17.99 USD.',
    ],
    [{ code: 'other-amount', there, here }, 'The provider has 17.99 USD, the shopper agreed to 18.00 USD.'],
    [
        { code: 'held-too-much', there: here, here: there },
        'The provider holds 18.00 USD, more than the 17.99 USD that the shopper agreed to.',
    ],
    [
        { code: 'taken-too-much', there: here, here: there },
        'The provider took 18.00 USD, more than the 17.99 USD that the shopper agreed to.',
    ],
    [
        { code: 'given-back-too-much', there: here, here: there },
        'The provider gave back 18.00 USD, more than the 17.99 USD that it took.',
    ],
    [{ code: 'return-refused' }, 'The provider refuses to give the money back, however often it is asked.'],
    [{ code: 'no-answer' }, 'The provider gave no clear answer for hours.'],
    [{ code: 'unfinished', detail: 'Error: away' }, "It can't be finished: Error: away"],
];

describe('why a payment is in quarantine', () => {
    it.each(cases)('is one sentence: %o', (reason, sentence) => {
        expect(quarantineInWords(reason)).toBe(sentence);
    });
});
