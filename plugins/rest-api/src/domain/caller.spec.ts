import { describe, expect, it } from 'vitest';
import { callerName, networkOf } from './caller';

describe('a caller', () => {
    it('is an account where one is signed in, else an address', () => {
        expect(callerName({ userId: '7', address: '192.0.2.1' })).toBe('user:7');
        expect(callerName({ address: '192.0.2.1' })).toBe('address:192.0.2.1');
    });

    it.each([
        ['192.0.2.1', '192.0.2.1'],
        ['::ffff:192.0.2.1', '192.0.2.1'],
        ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
        ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
        ['2001:0db8::1', '2001:db8:0:0::/64'],
        ['fe80::1%eth0', 'fe80:0:0:0::/64'],
        ['::1', '0:0:0:0::/64'],
    ])('at %s counts as %s', (address, network) => {
        expect(networkOf(address)).toBe(network);
    });
});
