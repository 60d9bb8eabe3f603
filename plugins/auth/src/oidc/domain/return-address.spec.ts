import { describe, expect, it } from 'vitest';
import { returnAddress, withReason } from './return-address';

const origins = ['https://shop.example', 'https://admin.shop.example:8443/dashboard'] as const;

describe('where a browser goes back to', () => {
    it.each([
        [undefined, 'https://shop.example/'],
        ['/account?tab=1#x', 'https://shop.example/account?tab=1#x'],
        ['account', 'https://shop.example/account'],
        [
            'https://admin.shop.example:8443/dashboard/orders',
            'https://admin.shop.example:8443/dashboard/orders',
        ],
    ])('%s is %s', (asked, address) => {
        expect(returnAddress(asked, origins)).toBe(address);
    });

    it.each([
        'https://evil.example/',
        '//evil.example/x',
        '/\\evil.example',
        '\\\\evil.example',
        'https://shop.example.evil.example/',
        'https://shop.example@evil.example/',
        'https://user:x@shop.example/',
        'http://shop.example/',
        'https://shop.example:444/',
        'javascript:alert(1)',
        'data:text/html,x',
        'https://',
        '\t//evil.example',
    ])('is never %s', asked => {
        expect(returnAddress(asked, origins)).toBeUndefined();
    });

    it('tells why it failed', () => {
        expect(withReason('https://shop.example/a?b=1', 'denied')).toBe(
            'https://shop.example/a?b=1&signInFailed=denied',
        );
    });
});
