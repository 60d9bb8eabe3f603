import { describe, expect, it } from 'vitest';
import { isSafeAddress } from './links';

describe('a link', () => {
    it.each([
        '/',
        '/collections/lamps?sort=name#top',
        'https://example.org/a',
        'http://example.org',
        'mailto:hello@example.org',
        'tel:+49301234',
    ])('may lead to %s', address => {
        expect(isSafeAddress(address)).toBe(true);
    });

    it.each([
        'javascript:alert(1)',
        'JaVaScRiPt:alert(1)',
        ' javascript:alert(1)',
        'java\nscript:alert(1)',
        '\u0001javascript:alert(1)',
        'java\u200bscript:alert(1)',
        'data:text/html,<script>alert(1)</script>',
        'vbscript:msgbox(1)',
        'file:///etc/passwd',
        '//evil.example',
        '/\\evil.example',
        '\\\\evil.example',
        '/\t/evil.example',
        'collections/lamps',
        '',
    ])('may not lead to %j', address => {
        expect(isSafeAddress(address)).toBe(false);
    });
});
