import { describe, expect, it } from 'vitest';
import { languages, marketCodes } from '../shop/markets';
import { products } from './products';

const variants = products.flatMap(product => product.variants);

describe('the catalogue', () => {
    it('has texts in every language, of two sentences or more', () => {
        for (const { name, description } of products) {
            for (const language of languages) {
                expect(name[language], name.en).not.toBe('');
                expect(description[language].match(/[.!?]( |$)/g)?.length, name.en).toBeGreaterThanOrEqual(2);
            }
        }
    });

    it('has an SKU and a combination of options of its own for every variant', () => {
        expect(new Set(variants.map(({ sku }) => sku)).size).toBe(variants.length);
        for (const { name, variants: own, optionGroups } of products) {
            expect(new Set(own.map(({ options }) => options.join())).size, name.en).toBe(own.length);
            expect(
                own.every(({ options }) => options.length === optionGroups.length),
                name.en,
            ).toBe(true);
        }
    });

    it('has whole prices or prices that end in 95 in every market', () => {
        for (const { sku, prices } of variants) {
            for (const market of marketCodes) {
                expect([0, 95], sku).toContain(prices[market] % 100);
                expect(prices[market], sku).toBeGreaterThan(0);
            }
        }
    });

    it('has something of everything in stock: plenty, little and nothing', () => {
        const onHand = variants.map(
            ({ stock }) => stock.memphis + stock.leipzig + stock.counter + stock.kiosk,
        );
        expect(onHand.some(pieces => pieces === 0)).toBe(true);
        expect(onHand.some(pieces => pieces > 0 && pieces < 10)).toBe(true);
        expect(onHand.some(pieces => pieces > 150)).toBe(true);
    });
});
