import { describe, expect, it } from 'vitest';
import { isLocale, languageTag, locales, parseLocale, preferredLocale } from './locale';

describe('locale', () => {
    it('has every language in every market', () => {
        expect(locales).toHaveLength(12);
        expect(locales).toContain('fr-us');
    });

    it('names language and market', () => {
        expect(parseLocale('en-de')).toMatchObject({
            language: 'en',
            market: { currency: 'EUR', showsTax: true },
        });
        expect(parseLocale('de-us')).toMatchObject({
            language: 'de',
            market: { code: 'us', showsTax: false },
        });
    });

    it.each(['en', 'de-at', 'EN-US', 'us-en', '', undefined])('refuses %s', value => {
        expect(isLocale(value)).toBe(false);
    });

    it('throws for a segment that nobody checked', () => {
        expect(() => parseLocale('xx-yy')).toThrow(RangeError);
    });

    it('writes the tag as browsers expect it', () => {
        expect(languageTag('en-gb')).toBe('en-GB');
    });
});

describe('preferredLocale', () => {
    it.each([
        ['de-DE,de;q=0.9,en;q=0.8', 'de-de'],
        ['de-AT', 'de-de'],
        ['fr-CH, fr;q=0.9', 'fr-fr'],
        ['en-GB', 'en-gb'],
        ['en-AU', 'en-gb'],
        ['en-CA', 'en-us'],
        ['en', 'en-us'],
        ['en;q=0.3, fr;q=0.7', 'fr-fr'],
        ['ja, de;q=0', 'en-us'],
        ['pt-BR', 'en-us'],
        ['en-DE', 'en-de'],
        ['', 'en-us'],
        [null, 'en-us'],
    ])('%s goes to %s', (header, expected) => {
        expect(preferredLocale(header)).toBe(expected);
    });
});
