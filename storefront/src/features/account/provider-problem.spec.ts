import { describe, expect, it } from 'vitest';
import { providerProblem } from './provider-problem';

describe('why a sign-in with a provider failed', () => {
    it('has a message of its own where the shopper can do something about it', () => {
        expect(providerProblem('denied')).toBe('providerDenied');
        expect(providerProblem('unavailable')).toBe('providerAway');
    });

    it.each(['', 'toString', '__proto__', '<b>', ['denied', 'denied']])(
        'is told in general where an address says “%s”',
        given => {
            expect(providerProblem(given)).toBe('providerFailed');
        },
    );

    it('is nothing when nothing failed', () => {
        expect(providerProblem(undefined)).toBeUndefined();
    });
});
