import { describe, expect, it } from 'vitest';
import { samePageIn } from './same-page';

const shop = 'https://shop.example';

describe('the same page in another region', () => {
    it.each([
        ['/en-us', '/de-de'],
        ['/en-us/products/lamp?variant=2', '/de-de/products/lamp?variant=2'],
        ['/en-us/products/en-us', '/de-de/products/en-us'],
    ])('%s is %s', (path, expected) => {
        expect(samePageIn('de-de', shop + path, shop)).toBe(expected);
    });

    it.each([
        null,
        '',
        'no address',
        'https://other.example/en-us/cart',
        `${shop}/robots.txt`,
        `${shop}//en-us`,
    ])('is the home page for who comes from %s', referrer => {
        expect(samePageIn('fr-us', referrer, shop)).toBe('/fr-us');
    });
});
