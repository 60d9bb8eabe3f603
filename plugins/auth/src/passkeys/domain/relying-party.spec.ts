import { describe, expect, it } from 'vitest';
import { relyingParty } from './relying-party';

describe('whom passkeys are made for', () => {
    it('is the host of the first page, or a domain above all of them', () => {
        expect(relyingParty(['https://www.shop.example/'])).toEqual({
            rpId: 'www.shop.example',
            origins: ['https://www.shop.example'],
        });
        expect(
            relyingParty(['https://www.shop.example', 'https://shop.example:8443'], 'shop.example'),
        ).toEqual({
            rpId: 'shop.example',
            origins: ['https://www.shop.example', 'https://shop.example:8443'],
        });
        expect(relyingParty(['http://localhost:3001'])).toEqual({
            rpId: 'localhost',
            origins: ['http://localhost:3001'],
        });
    });

    it.each([
        ['http://shop.example', undefined],
        ['https://192.0.2.1', undefined],
        ['https://[2001:db8::1]', undefined],
        ['http://127.0.0.1:3001', undefined],
        ['shop.example', undefined],
        ['javascript:alert(1)', undefined],
        ['https://shop.example', 'example'],
        ['https://shop.example', 'other.example'],
        ['https://evilshop.example', 'shop.example'],
        ['https://shop.example', 'www.shop.example'],
        ['https://shop.example', 'Shop.example'],
        ['https://shop.example', 'https://shop.example'],
        ['https://shop.example', ''],
    ])('is not %s with the RP ID %s', (origin, rpId) => {
        expect(relyingParty([origin], rpId)).toHaveProperty('fault');
    });
});
