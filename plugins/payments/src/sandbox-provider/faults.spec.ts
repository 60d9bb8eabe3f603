import { describe, expect, it } from 'vitest';
import { Faults } from './faults';

describe('faults', () => {
    it('meet as many calls as was asked for', () => {
        const faults = new Faults();
        faults.replace([{ kind: 'down', times: 2, ms: 0 }]);
        expect([1, 2, 3].map(() => faults.take('create')?.kind)).toEqual(['down', 'down', undefined]);
    });

    it('meet calls of their operation only, and last until they are replaced', () => {
        const faults = new Faults();
        faults.replace([{ kind: 'timeout_after', operation: 'refund', ms: 0 }]);
        expect(faults.take('capture')).toBeUndefined();
        expect(faults.take('refund')?.kind).toBe('timeout_after');
        expect(faults.take('refund')?.kind).toBe('timeout_after');
        faults.replace([]);
        expect(faults.take('refund')).toBeUndefined();
    });

    it('come in the order of the list', () => {
        const faults = new Faults();
        faults.replace([
            { kind: 'slow', times: 1, ms: 5 },
            { kind: 'down', ms: 0 },
        ]);
        expect([1, 2].map(() => faults.take('read')?.kind)).toEqual(['slow', 'down']);
    });
});
