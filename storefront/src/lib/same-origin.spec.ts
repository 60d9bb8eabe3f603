import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin';

describe('a request', () => {
    it.each<Record<string, string>>([
        { origin: 'https://shop.example', host: 'shop.example' },
        { origin: 'http://localhost:3001', host: 'localhost:3001' },
        { origin: 'https://shop.example', host: '10.0.0.7:3001', 'x-forwarded-host': 'shop.example' },
    ])('of %o is our own', headers => {
        expect(isSameOrigin(new Headers(headers))).toBe(true);
    });

    it.each<Record<string, string>>([
        { host: 'shop.example' },
        { origin: 'null', host: 'shop.example' },
        { origin: 'https://evil.example', host: 'shop.example' },
        { origin: 'https://shop.example.evil.example', host: 'shop.example' },
        { origin: 'https://shop.example:8443', host: 'shop.example' },
    ])('of %o is not', headers => {
        expect(isSameOrigin(new Headers(headers))).toBe(false);
    });
});
