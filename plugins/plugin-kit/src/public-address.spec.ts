import { describe, expect, it } from 'vitest';
import { AddressNotAllowedError, publicLookup, publicUrl } from './public-address';

const strict = { allowLoopback: false };

describe('a public address', () => {
    it.each([
        'http://example.com/hook',
        'https://127.0.0.1/hook',
        'https://[::1]/hook',
        'https://10.0.0.7/hook',
        'https://169.254.169.254/latest/meta-data',
        'https://[::ffff:192.168.1.1]/hook',
        'https://user:password@example.com/hook',
        'file:///etc/passwd',
        'not an address',
    ])('is not %s', address => {
        expect(() => publicUrl(address, ['https:'], strict)).toThrow(AddressNotAllowedError);
    });

    it('is one of the web, and the machine itself where that is allowed', () => {
        expect(publicUrl('https://example.com/hook', ['https:'], strict).pathname).toBe('/hook');
        expect(publicUrl('http://127.0.0.1:80/', ['http:'], { allowLoopback: true }).host).toBe('127.0.0.1');
    });

    it('is not what a name resolves to inside', async () => {
        const error = await new Promise(done => {
            publicLookup(strict)('localhost', { all: true }, problem => done(problem));
        });
        expect(error).toBeInstanceOf(AddressNotAllowedError);
    });
});
