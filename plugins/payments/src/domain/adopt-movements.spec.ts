import { describe, expect, it } from 'vitest';
import { adoptMovements } from './adopt-movements';
import { someEntry, someOperation, someRecord } from '../../e2e/fixtures/intent-record';

const newId = () => 'new';
const ledger = [someEntry('authorised', 1_000), someEntry('captured', 1_000, 'c1')];
const capture = someOperation('capture', 1_000, { state: 'succeeded', providerReference: 'c1' });

describe('movements made at the provider', () => {
    it('become operations that nobody took note of yet', () => {
        const record = someRecord('recorded', {
            ledger: [...ledger, someEntry('refunded', 300, 'r1')],
            operations: [capture],
        });
        expect(adoptMovements(record, newId)?.operations).toMatchObject([
            { kind: 'refund', amount: 300, state: 'succeeded', providerReference: 'r1' },
        ]);
    });

    it('are none when operations of ours explain them', () => {
        const refund = someOperation('refund', 300, { state: 'succeeded' });
        const record = someRecord('recorded', {
            ledger: [...ledger, someEntry('refunded', 300, 'r1')],
            operations: [capture, refund],
        });
        expect(adoptMovements(record, newId)).toBeUndefined();
    });

    it('are none when the money was taken at once', () => {
        const record = someRecord('recorded', { ledger: [someEntry('captured', 1_000)], operations: [] });
        expect(adoptMovements(record, newId)).toBeUndefined();
    });
});
