import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address';

describe('the address of a shopper', () => {
    it('is what the trusted proxy added, whatever the shopper claims', () => {
        expect(clientAddress('203.0.113.9', 1)).toBe('203.0.113.9');
        expect(clientAddress('6.6.6.6, 203.0.113.9', 1)).toBe('203.0.113.9');
        expect(clientAddress('6.6.6.6, 2001:db8::1, 10.0.0.2', 2)).toBe('2001:db8::1');
    });

    it('is not known without a trusted proxy, or when it is no address', () => {
        expect(clientAddress('6.6.6.6', 0)).toBeUndefined();
        expect(clientAddress(null, 1)).toBeUndefined();
        expect(clientAddress('203.0.113.9', 2)).toBeUndefined();
        expect(clientAddress('unknown', 1)).toBeUndefined();
    });
});
