import { describe, expect, it } from 'vitest';
import { mayShow } from './may-show';

const order = { customer: { id: '7' } };

describe('mayShow', () => {
    it('shows an account its own orders, and nobody else’s', () => {
        expect(mayShow(order, { customer: { id: '7' }, isKnown: false })).toBe(true);
        expect(mayShow(order, { customer: { id: '8' }, isKnown: false })).toBe(false);
        expect(mayShow({ customer: null }, { customer: { id: '8' }, isKnown: false })).toBe(false);
    });

    it('shows a browser what it knows, whoever is signed in', () => {
        expect(mayShow(order, { customer: undefined, isKnown: true })).toBe(true);
        expect(mayShow(order, { customer: { id: '8' }, isKnown: true })).toBe(true);
        expect(mayShow(order, { customer: undefined, isKnown: false })).toBe(false);
    });
});
