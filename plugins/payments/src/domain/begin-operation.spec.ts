import { describe, expect, it } from 'vitest';
import { beginOperation, beginReturn } from './begin-operation';
import { someEntry, someOperation, someRecord } from '../../e2e/fixtures/intent-record';
import type { IntentRecord } from './intent-record';
import type { OperationKind, OperationState } from './payment-operation';

const fresh = { id: 'new', resumeAt: new Date(1_000) };
const held = [someEntry('authorised', 1_000)];
const taken = [...held, someEntry('captured', 1_000)];

function begin(
    record: IntentRecord,
    kind: Exclude<OperationKind, 'authorise'>,
    amount: number,
    final = true,
) {
    return beginOperation(record, { kind, amount, final }, fresh);
}

const recorded = (ledger = held, ...operations: ReturnType<typeof someOperation>[]) =>
    someRecord('recorded', { ledger, operations });

describe('an operation', () => {
    it('is stored with a key of its own, and with when to go on if its request dies', () => {
        const result = begin(recorded(), 'capture', 400);
        expect(result).toMatchObject({
            allowed: true,
            operation: { id: 'new', idempotencyKey: 'new', state: 'pending', amount: 400 },
            change: { intent: { nextStepAt: fresh.resumeAt } },
        });
    });

    it.each([
        ['capture of more than is held', 'capture', held, 1_001],
        ['capture of what is captured', 'capture', taken, 1],
        ['refund of held money', 'refund', held, 1],
        ['refund of more than was taken', 'refund', taken, 1_001],
        ['refund of what was refunded', 'refund', [...taken, someEntry('refunded', 600)], 401],
        ['void of what is captured', 'void', taken, 1_000],
        ['capture of nothing', 'capture', held, 0],
        ['refund of half a cent', 'refund', taken, 0.5],
    ] as const)('is refused when it is a %s', (_title, kind, ledger, amount) => {
        expect(begin(recorded([...ledger]), kind, amount).allowed).toBe(false);
    });

    it('counts what is under way', () => {
        const record = recorded(held, someOperation('capture', 700, { state: 'unknown' }));
        expect(begin(record, 'capture', 301)).toEqual({
            allowed: false,
            reason: 'Only 300 of the held money is left to capture.',
        });
        expect(begin(record, 'capture', 300).allowed).toBe(true);
        const refunding = recorded(taken, someOperation('refund', 700));
        expect(begin(refunding, 'refund', 301).allowed).toBe(false);
        expect(begin(refunding, 'refund', 300).allowed).toBe(true);
        expect(begin(record, 'void', 300)).toMatchObject({
            reason: 'A capture of the payment is under way.',
        });
        const voiding = recorded(held, someOperation('void', 1_000));
        expect(begin(voiding, 'capture', 1_000)).toMatchObject({ reason: 'The payment is being voided.' });
    });

    it.each(['pending', 'unknown', 'succeeded'] satisfies OperationState[])(
        'is the same one when it is asked for again while it is %s',
        state => {
            const record = recorded(taken, someOperation('refund', 400, { id: 'old', state }));
            const result = begin(record, 'refund', 400);
            expect(result).toMatchObject({ operation: { id: 'old' } });
            expect(result).not.toHaveProperty('change');
        },
    );

    it.each([
        ['failed', { state: 'failed' }],
        ['was taken note of', { state: 'succeeded', claimedAt: new Date(0) }],
    ] as const)('is a new one when the old one %s', (_title, changes) => {
        const record = recorded(taken, someOperation('refund', 400, { id: 'old', ...changes }));
        expect(begin(record, 'refund', 400)).toMatchObject({ operation: { id: 'new' } });
    });
});

describe('giving back', () => {
    it.each([
        ['held money', 'authorised', held, 'void', 1_000],
        ['taken money', 'authorised', taken, 'refund', 1_000],
        ['money that is held in part', 'authorised', [...held, someEntry('captured', 400)], 'void', 600],
        ['nothing yet, while the shopper is waited for', 'action-required', [], 'void', 1_000],
        ['nothing yet, while the provider is waited for', 'pending', [], 'void', 1_000],
    ] as const)('%s: (%s)', (_title, state, ledger, kind, amount) => {
        const begun = beginReturn(someRecord(state, { ledger: [...ledger], operations: [] }), fresh);
        expect(begun).toMatchObject({
            operation: { kind, amount },
            change: { intent: { state: 'returning' } },
        });
    });

    it.each(['processing', 'recorded', 'declined', 'failed', 'voided', 'quarantined', 'dismissed'] as const)(
        'does not begin while the intent is %s',
        state => {
            expect(beginReturn(someRecord(state, { ledger: held }), fresh)).toBeUndefined();
        },
    );

    it('goes on with the operation that is under way', () => {
        const operations = [someOperation('void', 1_000, { id: 'old', state: 'unknown' })];
        const begun = beginReturn(someRecord('returning', { ledger: held, operations }), fresh);
        expect(begun).toMatchObject({ operation: { id: 'old' } });
    });

    it.each([
        ['is handed to a person when the provider keeps refusing', 5, 5, 'quarantined'],
        ['is tried again when the provider refused only a few times', 4, 20, 'returning'],
        ['is tried again when a person wants it after all that was refused before', 5, 0, 'returning'],
    ] as const)('%s', (_title, refusals, looks, state) => {
        const operations = Array.from({ length: refusals }, (_, id) =>
            someOperation('void', 1_000, { id: String(id), state: 'failed' }),
        );
        const { intent, ...rest } = someRecord('returning', { ledger: held, operations });
        const begun = beginReturn({ intent: { ...intent, attempts: looks }, ...rest }, fresh);
        expect(begun).toMatchObject({ change: { intent: { state } } });
        expect(begun?.operation?.id).toBe(state === 'returning' ? 'new' : undefined);
    });

    it('counts the looks from the decision on', () => {
        const { intent, ...rest } = someRecord('authorised', { ledger: held, operations: [] });
        const begun = beginReturn({ intent: { ...intent, attempts: 7 }, ...rest }, fresh);
        expect(begun).toMatchObject({ change: { intent: { attempts: 0 } } });
    });
});
