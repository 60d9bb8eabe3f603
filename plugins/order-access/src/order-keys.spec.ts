import { beforeEach, describe, expect, it } from 'vitest';
import { OrderKeys } from './order-keys';

describe('the key of an order', () => {
    let now: number;
    let keys: OrderKeys;
    beforeEach(() => {
        now = Date.parse('2026-03-01T12:00:00Z');
        keys = new OrderKeys('a secret of the application', () => now);
    });

    it('opens its order until the moment that it says', () => {
        const { key, expiresAt } = keys.issue('ABC123', 60);
        expect(expiresAt.toISOString()).toBe('2026-03-01T12:01:00.000Z');
        expect(keys.opens(key, 'ABC123')).toBe(true);
        now += 59_999;
        expect(keys.opens(key, 'ABC123')).toBe(true);
        now += 1;
        expect(keys.opens(key, 'ABC123')).toBe(false);
    });

    it('opens no other order', () => {
        expect(keys.opens(keys.issue('ABC123', 60).key, 'ABC124')).toBe(false);
    });

    it('can’t be made to last longer', () => {
        const [, mac] = keys.issue('ABC123', 60).key.split('.');
        const [later] = keys.issue('ABC123', 6_000).key.split('.');
        expect(keys.opens(`${later}.${mac}`, 'ABC123')).toBe(false);
    });

    it('is nobody else’s to make', () => {
        const others = new OrderKeys('another secret', () => now);
        expect(keys.opens(others.issue('ABC123', 60).key, 'ABC123')).toBe(false);
    });

    it.each([
        '',
        '.',
        'zz.',
        'ABC123',
        'zzzzzzzzz.AAAAAAAAAAAAAAAAAAAAAA',
        'zzzzzzzzzz.AAAAAAAAAAAAAAAAAAAAAA',
        `${'9'.repeat(5_000)}.AAAAAAAAAAAAAAAAAAAAAA`,
    ])('is not %j', nonsense => {
        expect(keys.opens(nonsense, 'ABC123')).toBe(false);
    });

    it('can stand in addresses and headers as it is', () => {
        const { key } = keys.issue('ABC123', 60);
        expect(encodeURIComponent(key)).toBe(key);
    });
});
