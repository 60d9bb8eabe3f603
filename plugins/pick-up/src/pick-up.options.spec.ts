import { describe, expect, it } from 'vitest';
import { resolveOptions } from './pick-up.options';

describe('the options', () => {
    it.each([
        ['collect', true],
        ['collect-us', true],
        ['free-pickup', true],
        ['pick-up', true],
        ['standard-us', false],
        ['collectors-post', false],
    ])('say of the shipping method %s whether the goods are fetched: %s', (code, isPickUp) => {
        expect(resolveOptions({}).isPickUp(code)).toBe(isPickUp);
    });

    it.each([-1, 1.5])('take no %s for few', fewLeft => {
        expect(() => resolveOptions({ fewLeft })).toThrow('fewLeft');
    });
});
