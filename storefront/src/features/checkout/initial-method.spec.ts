import { describe, expect, it } from 'vitest';
import { initialMethod } from './initial-method';

const collect = { id: '3', code: 'collect-us' };
const standard = { id: '1', code: 'standard-us' };
const express = { id: '2', code: 'express-us' };

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

    it('tells collection from words that contain it', () => {
        expect(initialMethod([{ id: '9', code: 'collectors-post' }, standard], undefined)).toBe('9');
    });
});
