import { describe, expect, it } from 'vitest';
import { applyProviderPayment } from './apply-provider-payment';
import { balancesOf } from './balances';
import {
    someEntry,
    someMovement,
    someOperation,
    someRecord,
    someSnapshot,
} from '../../e2e/fixtures/intent-record';
import { type IntentRecord, recordAfter } from './intent-record';
import type { IntentState } from './payment-intent';
import type { PaymentSnapshot } from './payment-snapshot';
import type { QuarantineReason } from './quarantine-reason';

const authorised = someMovement('authorised', 1_000);
const captured = someMovement('captured', 1_000);
const voided = someMovement('voided', 1_000);
const refunded = someMovement('refunded', 1_000);

function apply(record: IntentRecord, ...snapshots: PaymentSnapshot[]): IntentRecord {
    return snapshots.reduce((before, snapshot) => {
        const change = applyProviderPayment(before, snapshot, 'webhook');
        return change ? recordAfter(before, change) : before;
    }, record);
}

describe('what a provider tells', () => {
    it.each([
        ['action-required', 'action-required', []],
        ['pending', 'pending', []],
        ['approved', 'processing', []],
        ['authorised', 'authorised', [authorised]],
        ['captured', 'authorised', [captured]],
        ['voided', 'voided', [authorised, voided]],
        ['captured', 'voided', [captured, refunded]],
        ['declined', 'declined', []],
    ] as const)('moves an open intent: %s makes it %s', (status, state, movements) => {
        expect(apply(someRecord(), someSnapshot(status, movements)).intent.state).toBe(state);
    });

    it.each(['recorded', 'quarantined', 'dismissed'] as const)('never moves an intent that is %s', state => {
        const { intent, ledger } = apply(someRecord(state), someSnapshot('voided', [authorised, voided]));
        expect(intent.state).toBe(state);
        expect(ledger).toHaveLength(2);
    });

    it.each(['declined', 'failed', 'voided'] as const)(
        'sends money back that comes after its intent was %s',
        state => {
            const late = apply(someRecord(state), someSnapshot('authorised', [authorised]));
            expect(late.intent.state).toBe('returning');
            expect(apply(late, someSnapshot('voided', [authorised, voided])).intent.state).toBe('voided');
        },
    );

    it('ends an intent on its way back only when no money is left with the provider', () => {
        const returning = someRecord('returning', { ledger: [someEntry('authorised', 1_000)] });
        const partly = someSnapshot('captured', [authorised, someMovement('captured', 400)]);
        expect(apply(returning, partly).intent.state).toBe('returning');
        const all = [
            authorised,
            someMovement('captured', 400),
            someMovement('voided', 600),
            someMovement('refunded', 400),
        ];
        expect(apply(returning, someSnapshot('captured', all)).intent.state).toBe('voided');
    });

    it('leaves an intent ended whose money went back, though it was another amount than agreed', () => {
        const movements = [someMovement('authorised', 1_100), someMovement('voided', 1_100)];
        const snapshot = { ...someSnapshot('voided', movements), money: { amount: 1_100, currency: 'EUR' } };
        const returned = apply(someRecord('returning'), snapshot);
        expect(returned.intent.state).toBe('voided');
        expect(applyProviderPayment(returned, snapshot, 'webhook')).toBeUndefined();
    });

    it('is nothing new the second time', () => {
        const snapshot = someSnapshot('authorised', [authorised]);
        const once = apply(someRecord(), snapshot);
        expect(applyProviderPayment(once, snapshot, 'webhook')).toBeUndefined();
    });

    it('comes to the same in any order and any number of times', () => {
        const histories: PaymentSnapshot[][] = [
            [someSnapshot('authorised', [authorised]), someSnapshot('captured', [authorised, captured])],
            [
                someSnapshot('action-required'),
                someSnapshot('authorised', [authorised]),
                someSnapshot('voided', [authorised, voided]),
            ],
            [
                someSnapshot('pending'),
                someSnapshot('authorised', [authorised]),
                someSnapshot('captured', [authorised, captured]),
                someSnapshot('captured', [authorised, captured, someMovement('refunded', 300)]),
            ],
        ];
        const random = seeded(42);
        for (const state of ['processing', 'recorded', 'returning'] satisfies IntentState[]) {
            for (const history of histories) {
                const expected = apply(someRecord(state), ...history);
                for (let round = 0; round < 200; round++) {
                    const told = [...history, ...history].sort(() => random() - 0.5);
                    const actual = apply(someRecord(state), ...told);
                    expect(actual.intent.state).toBe(expected.intent.state);
                    expect(balancesOf(actual.ledger)).toEqual(balancesOf(expected.ledger));
                    expect(actual.ledger).toHaveLength(expected.ledger.length);
                }
            }
        }
    });

    it('concludes the operations whose movements it has', () => {
        const record = someRecord('recorded', {
            ledger: [someEntry('authorised', 1_000)],
            operations: [
                someOperation('capture', 400, { id: 'first', state: 'unknown' }),
                someOperation('capture', 600, { id: 'second', state: 'pending' }),
            ],
        });
        const part = someMovement('captured', 600, { providerReference: 'c2', idempotencyKey: 'second' });
        const { operations } = apply(record, someSnapshot('captured', [authorised, part]));
        expect(operations).toMatchObject([
            { id: 'first', state: 'unknown' },
            { id: 'second', state: 'succeeded', providerReference: 'c2' },
        ]);
    });

    it('concludes the operation that it answers, from a provider that does not say which call it was', () => {
        const record = someRecord('recorded', {
            ledger: [someEntry('captured', 1_000), someEntry('refunded', 100, 'r1')],
            operations: [someOperation('refund', 200)],
        });
        const answer = someSnapshot('captured', [
            captured,
            someMovement('refunded', 100, { providerReference: 'r1' }),
            someMovement('refunded', 200, { providerReference: 'r2' }),
        ]);
        const change = applyProviderPayment(record, answer, 'response', 'refund');
        expect(change?.operations).toMatchObject([{ state: 'succeeded', providerReference: 'r2' }]);
    });

    describe('is a matter for a person', () => {
        const cases: Array<[string, PaymentSnapshot, QuarantineReason['code']]> = [
            [
                'another amount',
                someSnapshot('authorised', [authorised], { money: { amount: 999, currency: 'EUR' } }),
                'other-amount',
            ],
            [
                'another currency',
                someSnapshot('authorised', [], { money: { amount: 1_000, currency: 'USD' } }),
                'other-amount',
            ],
            [
                'a movement in another currency',
                someSnapshot('authorised', [
                    someMovement('authorised', 1_000, { money: { amount: 1_000, currency: 'USD' } }),
                ]),
                'other-currency',
            ],
            [
                'a second payment',
                someSnapshot('authorised', [authorised], { providerReference: 'other' }),
                'second-payment',
            ],
            [
                'somebody else’s payment',
                someSnapshot('authorised', [authorised], { intentId: 'other' }),
                'belongs-to-another',
            ],
            [
                'more held than agreed',
                someSnapshot('authorised', [someMovement('authorised', 1_001)]),
                'held-too-much',
            ],
            [
                'more taken than agreed',
                someSnapshot('captured', [someMovement('captured', 1_001)]),
                'taken-too-much',
            ],
            [
                'more given back than taken',
                someSnapshot('captured', [captured, someMovement('refunded', 1_001)]),
                'given-back-too-much',
            ],
        ];
        it.each(cases)('when it is %s', (_title, snapshot, code) => {
            // Of a payment that nobody has heard of, there is none to be beside.
            const record = someRecord(code === 'second-payment' ? 'authorised' : 'action-required');
            const { intent } = apply(record, snapshot);
            expect(intent.state).toBe('quarantined');
            expect(intent.quarantine?.code).toBe(code);
            expect(intent.nextStepAt).toBeUndefined();
        });

        it('when a movement has become another one', () => {
            const record = someRecord('authorised', { ledger: [someEntry('authorised', 900)] });
            expect(apply(record, someSnapshot('authorised', [authorised])).intent.state).toBe('quarantined');
        });
    });
});

/** Numbers in [0, 1), the same each time. A linear congruential generator (Numerical Recipes). */
function seeded(seed: number): () => number {
    let state = seed;
    return () => {
        state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
        return state / 2 ** 32;
    };
}
