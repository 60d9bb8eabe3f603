import { describe, expect, it } from 'vitest';
import { fitting } from './fitting';

const MOST = 10_000;
const fit = (value: unknown) => fitting(value, MOST, text => `hash of ${text.length}`);

describe('what is too long for an entry', () => {
    it('stays as it is as long as it has room', () => {
        const value = { price: 1, text: 'x'.repeat(9000) };
        expect(fit(value)).toBe(value);
    });

    it('loses the end of a long text, and keeps the price beside it', () => {
        const description = 'long '.repeat(20_000);
        expect(
            fit({ prices: { 1: { price: 5 } }, translations: { 1: { description, name: 'Lamp' } } }),
        ).toEqual({
            prices: { 1: { price: 5 } },
            translations: {
                1: {
                    name: 'Lamp',
                    description: {
                        begins: expect.stringMatching(/^(long ){100,}/) as string,
                        ...{ cut: 100_002, sha256: 'hash of 100002' },
                    },
                },
            },
        });
    });

    it('loses a long list as a whole, and keeps what is beside it', () => {
        const list = Array.from({ length: 5000 }, (_, n) => n);
        const cut = fit({ permissions: ['ReadOrder'], list });
        expect(cut).toEqual({
            permissions: ['ReadOrder'],
            list: { cut: JSON.stringify(list).length, sha256: expect.any(String) as string },
        });
    });

    it('keeps the short values of many things, each of which is long', () => {
        const things = Object.fromEntries(
            Array.from({ length: 20 }, (_, n) => [n, { price: n, text: 'x'.repeat(50_000) }]),
        );
        const cut = fit(things) as Record<string, { price: number }>;
        expect(Object.values(cut).map(({ price }) => price)).toEqual(Array.from({ length: 20 }, (_, n) => n));
        expect(JSON.stringify(cut).length).toBeLessThanOrEqual(MOST);
    });

    it('has no room for a name that is long itself', () => {
        expect(fit({ ['x'.repeat(20_000)]: 1 })).toEqual({ cut: 20_006, sha256: 'hash of 20006' });
    });

    it('tells two texts apart that begin alike', () => {
        const hashes = (text: string) => fitting({ text }, 500, whole => whole.slice(-5));
        expect(hashes(`${'x'.repeat(900)}one`)).not.toEqual(hashes(`${'x'.repeat(900)}two`));
    });

    it('cuts no character in two', () => {
        const { begins } = fit('😀'.repeat(9000)) as { begins: string };
        expect(begins).toMatch(/^(😀)+$/u);
    });
});
