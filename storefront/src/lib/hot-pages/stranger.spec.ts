import { describe, expect, it } from 'vitest';
import { strangersPage } from './stranger';

const ask = (
    path: string,
    cookies: Record<string, string> = {},
    headers: Record<string, string> = {},
    method = 'GET',
) =>
    strangersPage({
        method,
        path,
        cookies: Object.entries(cookies).map(([name, value]) => ({ name, value })),
        header: name => ({ accept: 'text/html,*/*', ...headers })[name] ?? null,
    });

const page = '/en-us/products/laptop';

describe('a page for strangers', () => {
    it.each([
        '/en-us',
        page,
        '/de-de/collections/kameras?sort=name',
        '/fr-fr/search?q=a',
        '/en-gb/legal/terms',
        '/de-de/pages/sommer',
    ])('is %s', path => expect(ask(path)).toContain(path));

    it.each([
        '/en-us/cart',
        '/en-us/preview?token=a',
        '/en-us/account',
        '/en-us/orders/ABC',
        '/en-us/products',
        '/en-us/sign-in',
    ])('is not %s', path => expect(ask(path)).toBeUndefined());

    it.each(['efi_session', 'efi_visit', 'efi_orders', 'efi_compare', 'unknown', 'theme'])(
        'is not for who has the cookie %s, of this value',
        cookie => expect(ask(page, { [cookie]: 'x' })).toBeUndefined(),
    );

    it('is not for who agreed to be followed', () => {
        expect(ask(page, { efi_consent: '1~analytics' })).toBeUndefined();
        expect(ask(page, { efi_consent: '1' })).toBeDefined();
    });

    it('is another where the question is asked, is answered, or answered by the browser, and in each theme', () => {
        const pages = [
            ask(page),
            ask(page, { efi_consent: '1' }),
            ask(page, {}, { 'sec-gpc': '1' }),
            ask(page, { theme: 'dark' }),
        ];
        expect(new Set(pages).size).toBe(4);
        expect(ask(page, { efi_locale: 'de-de' })).toBe(ask(page));
    });

    it('is not what scripts ask for', () => {
        expect(ask(page, {}, { accept: '*/*' })).toBeUndefined();
    });

    it('is asked for, and not sent to', () => {
        expect(ask(page, {}, {}, 'POST')).toBeUndefined();
        expect(ask(`${page}?${'x'.repeat(300)}`)).toBeUndefined();
    });
});
