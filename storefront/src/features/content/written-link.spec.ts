import { describe, expect, it } from 'vitest';
import { hrefOf, localised } from './written-link';

describe('a written link', () => {
    it.each([
        ['HOME', '', '/'],
        ['COLLECTION', 'lamps', '/collections/lamps'],
        ['PRODUCT', 'lampe/ö', '/products/lampe%2F%C3%B6'],
        ['PAGE', 'summer', '/pages/summer'],
        ['LEGAL', 'terms', '/legal/terms'],
        ['ADDRESS', '/orders', '/orders'],
        ['ADDRESS', 'https://example.org', 'https://example.org'],
    ] as const)('to %s %s leads to its page', (to, value, href) => {
        expect(hrefOf({ to, value })).toBe(href);
    });

    it('within a text stays in the language and market, and elsewhere where it is', () => {
        const html =
            '<a href="/">a</a><a href="/legal/terms">b</a><a href="https://example.org/">c</a> href="/x';
        expect(localised(html, 'de-de')).toBe(
            '<a href="/de-de">a</a><a href="/de-de/legal/terms">b</a><a href="https://example.org/">c</a> href="/x',
        );
    });
});
