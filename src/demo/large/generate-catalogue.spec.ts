import { describe, expect, it } from 'vitest';
import { generateProducts } from './generate-catalogue';

const images = () => ['a', 'b', 'c'];

describe('the large catalogue', () => {
    it('gives each number the same product, whatever it is generated with', () => {
        const [alone] = generateProducts(4_711, 1, images);
        expect(generateProducts(4_700, 20, images)[11]).toEqual(alone);
    });

    it('has 30,000 variants in 10,000 products, with slugs and SKUs of their own', () => {
        const products = generateProducts(1, 10_000, images);
        const variants = products.flatMap(product => product.variants);
        expect(variants).toHaveLength(30_000);
        expect(new Set(variants.map(({ sku }) => sku)).size).toBe(30_000);
        for (const language of ['en', 'de', 'fr'] as const) {
            expect(new Set(products.map(({ slug }) => slug[language])).size).toBe(10_000);
        }
        expect(variants.every(({ prices }) => Object.values(prices).every(price => price > 0))).toBe(true);
    });

    it('has options exactly where there is a choice', () => {
        for (const { optionGroups, variants } of generateProducts(1, 50, images)) {
            expect(optionGroups).toHaveLength(variants.length > 1 ? 1 : 0);
            expect(variants.map(({ options }) => options[0])).toEqual(
                optionGroups[0]?.options.map(({ code }) => code) ?? [undefined],
            );
        }
    });
});
