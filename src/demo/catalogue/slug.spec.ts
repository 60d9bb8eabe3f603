import { describe, expect, it } from 'vitest';
import { languages } from '../shop/markets';
import { products } from './products';
import { toSlug } from './slug';

describe('slugs', () => {
    it('spell out umlauts and drop accents and signs', () => {
        expect(toSlug('Säulenkaktus für Größere')).toBe('saeulenkaktus-fuer-groessere');
        expect(toSlug('Chaise d’époque — « cœur »')).toBe('chaise-d-epoque-coeur');
        expect(toSlug('  Home & Garden ')).toBe('home-garden');
    });

    it.each(languages)('are one of a kind in %s', language => {
        const slugs = products.map(({ slug }) => slug[language]);
        expect(new Set(slugs).size).toBe(slugs.length);
        expect(slugs.every(slug => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toBe(true);
    });
});
