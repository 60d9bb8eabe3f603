import { describe, expect, it } from 'vitest';
import { mailLanguage } from './mail-language';
import { mailLocale, storefrontRoutes } from './storefront-links';

describe('mailLocale', () => {
    it('leads to the segment of language and market', () => {
        expect(mailLocale('https://shop.example.com/', 'de', 'fr', 'us')).toEqual({
            language: 'de',
            market: 'fr',
            tag: 'de-FR',
            baseUrl: 'https://shop.example.com/de-fr',
        });
    });

    it('takes the default market for the default channel', () => {
        expect(mailLocale('https://x.test', 'en', '__default_channel__', 'us').baseUrl).toBe(
            'https://x.test/en-us',
        );
    });

    it('formats by language alone where the channel is named after no country', () => {
        expect(mailLocale('https://x.test', 'fr', 'wholesale', 'us').tag).toBe('fr');
    });
});

describe('storefrontRoutes', () => {
    it('encodes what it is given', () => {
        expect(storefrontRoutes.verify('a+b/c=')).toBe('/verify?token=a%2Bb%2Fc%3D');
    });
});

describe('mailLanguage', () => {
    it.each([
        ['de', 'de'],
        ['de_AT', 'de'],
        ['fr-CA', 'fr'],
        ['it', 'en'],
    ])('writes to a reader of %s in %s', (languageCode, language) => {
        expect(mailLanguage(languageCode)).toBe(language);
    });
});
