import { describe, expect, it } from 'vitest';
import { concludeOperation, endIntent } from './conclude-operation';
import { someEntry, someOperation, someRecord } from '../../e2e/fixtures/intent-record';

const later = new Date(5_000);

describe('a call without an answer', () => {
    it('leaves its operation unknown, to be looked at', () => {
        const change = concludeOperation(someRecord(), 'authorise', {
            state: 'unknown',
            error: 'time',
            nextStepAt: later,
        });
        expect(change).toMatchObject({
            intent: { nextStepAt: later },
            operations: [{ state: 'unknown', error: 'time', attempts: 1 }],
        });
    });

    it('changes nothing when a webhook brought the answer first', () => {
        const operations = [someOperation('authorise', 1_000, { state: 'succeeded' })];
        const record = someRecord('authorised', { operations });
        const outcome = { state: 'unknown', error: 'time', nextStepAt: later } as const;
        expect(concludeOperation(record, 'authorise', outcome)).toBeUndefined();
    });
});

describe('an attempt without money', () => {
    it('ends with its operations', () => {
        const change = endIntent(someRecord(), 'failed', { code: 'gone', message: 'Nothing was charged.' });
        expect(change).toMatchObject({
            intent: { state: 'failed', failure: { code: 'gone' } },
            operations: [{ state: 'failed' }],
        });
    });

    it.each(['authorised', 'recorded', 'voided'] as const)('is not one that is %s', state => {
        const record = someRecord(state, { ledger: [someEntry('authorised', 1_000)] });
        expect(endIntent(record, 'failed', { code: 'gone', message: '' })).toBeUndefined();
    });
});
