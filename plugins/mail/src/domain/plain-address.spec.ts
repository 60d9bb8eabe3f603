import { describe, expect, it } from 'vitest';
import { oneLine, plainAddress, UnsafeRecipientError } from './plain-address';

describe('plainAddress', () => {
    it.each(['anna@example.com', 'a.b+c@sub.example.co.uk', "o'neil@example.com", 'zoë@bücher.example'])(
        'takes %s',
        address => {
            expect(plainAddress(` ${address} `)).toBe(address);
        },
    );

    it.each([
        'a@example.com, b@example.com',
        'a@example.com;b@example.com',
        'Anna <a@example.com>',
        '"a@example.com" b@example.com',
        'a@example.com\r\nBcc: b@example.com',
        'a@b@example.com',
        'no-address',
        '',
        `${'a'.repeat(250)}@example.com`,
    ])('refuses %j', address => {
        expect(() => plainAddress(address)).toThrow(UnsafeRecipientError);
    });
});

describe('oneLine', () => {
    it('takes line breaks and control characters out of a subject', () => {
        expect(oneLine('Order 1\r\nBcc: x@example.com\u2028')).toBe('Order 1 Bcc: x@example.com');
    });
});
