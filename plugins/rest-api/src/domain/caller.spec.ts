import { describe, expect, it } from 'vitest';
import { callerName } from './caller';

describe('a caller', () => {
    it('is an account where one is signed in, else an address', () => {
        expect(callerName({ userId: '7', address: '192.0.2.1' })).toBe('user:7');
        expect(callerName({ address: '192.0.2.1' })).toBe('address:192.0.2.1');
    });
});
