import { describe, expect, it } from 'vitest';
import { getPathname } from './navigation';

describe('getPathname', () => {
    it.each([
        ['/', '/de-fr'],
        ['/cart', '/de-fr/cart'],
        ['/search?q=a%2Fb', '/de-fr/search?q=a%2Fb'],
        ['#content', '#content'],
    ])('puts language and market before %s', (href, path) => {
        expect(getPathname({ href, locale: 'de-fr' })).toBe(path);
    });
});
