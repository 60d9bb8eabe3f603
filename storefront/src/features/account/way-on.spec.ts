import { describe, expect, it } from 'vitest';
import { signInFor, wayOn } from './way-on';

describe('after signing in', () => {
    it.each(['checkout', 'account', 'account/sessions', 'account/addresses/new', 'account/addresses/12'])(
        'a shopper goes on to %s',
        page => {
            const to = new URL(signInFor(page), 'https://shop.example/').searchParams.get('to');
            expect(to).toBe(page);
            expect(wayOn(to)).toBe(`/${page}`);
        },
    );

    it.each([
        undefined,
        '',
        ['checkout'],
        'orders/X1',
        '/account',
        '//evil.example',
        '/evil.example',
        'https://evil.example/account',
        'account/../../evil.example',
        'account//evil.example',
        'account/sessions?to=//evil.example',
        'account/sessions\n',
        'account\\evil.example',
        'accounts',
        'checkout.evil.example',
    ])('nobody is led to %j', to => {
        expect(wayOn(to)).toBe('/account');
    });
});
