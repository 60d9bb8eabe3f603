import { describe, expect, it } from 'vitest';
import { maskedAddress, networkAround } from './coarse-address';

describe('an address', () => {
    it.each([
        ['192.0.2.17', '192.0.2.*', '192.0.*'],
        ['::ffff:192.0.2.17', '192.0.2.*', '192.0.*'],
        ['2001:0DB8:0001:2:3:4:5:6', '2001:db8:1::*', '2001:db8::*'],
        ['2001:db8::7', '2001:db8::*', '2001:db8::*'],
        ['::1', '0::*', '0::*'],
    ])('%s shows as %s, and is in %s', (address, masked, network) => {
        expect(maskedAddress(address)).toBe(masked);
        expect(networkAround(address)).toBe(network);
    });
});
