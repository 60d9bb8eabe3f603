import { describe, expect, it } from 'vitest';
import { resolveOptions } from './order-integrity.options';

describe('the options of order integrity', () => {
    it('have defaults, but for what follows from the database’s pool', () => {
        expect(resolveOptions({})).toEqual({
            reservationMinutes: 15,
            transactionRetries: 3,
            maxTransactions: undefined,
            maxWaitingTransactions: 1_000,
            transactionWaitSeconds: 20,
        });
    });

    it.each([
        [{ reservationMinutes: 0 }, 'reservationMinutes must be greater than 0, got 0.'],
        [{ transactionRetries: -1 }, 'transactionRetries must be a whole number of at least 0, got -1.'],
        [{ maxTransactions: 0 }, 'maxTransactions must be a whole number of at least 1, got 0.'],
        [{ maxTransactions: 1.5 }, 'maxTransactions must be a whole number of at least 1, got 1.5.'],
        [
            { maxWaitingTransactions: -1 },
            'maxWaitingTransactions must be a whole number of at least 0, got -1.',
        ],
        [{ transactionWaitSeconds: NaN }, 'transactionWaitSeconds must be greater than 0, got NaN.'],
    ])('refuse %j and say why', (options, message) => {
        expect(() => resolveOptions(options)).toThrow(`OrderIntegrityPlugin: ${message}`);
    });
});
