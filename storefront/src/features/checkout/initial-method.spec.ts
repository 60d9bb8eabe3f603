import { describe, expect, it } from 'vitest';
import { initialMethod } from './initial-method';

const collect = { id: '3', efiIsPickUp: true };
const standard = { id: '1', efiIsPickUp: false };
const express = { id: '2', efiIsPickUp: false };

describe('initialMethod', () => {
    it('is the cheapest that delivers', () => {
        expect(initialMethod([collect, standard, express], undefined)).toBe('1');
    });

    it('is what the order has, be it collection', () => {
        expect(initialMethod([collect, standard, express], '2')).toBe('2');
        expect(initialMethod([collect, standard, express], '3')).toBe('3');
    });

    it('passes over what the order had when it is not offered any more', () => {
        expect(initialMethod([collect, standard], '2')).toBe('1');
    });

    it('is collection when there is nothing else', () => {
        expect(initialMethod([collect], undefined)).toBe('3');
        expect(initialMethod([], undefined)).toBeUndefined();
    });
});
