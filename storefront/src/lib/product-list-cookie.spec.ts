import { describe, expect, it } from 'vitest';
import { productsIn, withNewest, written } from './product-list-cookie';

describe('products in a cookie', () => {
    it('are those that were written, each once', () => {
        expect(productsIn(written(['3', '12', '3']), 8)).toEqual(['3', '12']);
    });

    it.each([undefined, '', '..', '<script>', `${'1'.repeat(21)}.a b`])('are none in %j', cookie => {
        expect(productsIn(cookie, 8)).toEqual([]);
    });

    it('are no more than wanted, the newest first', () => {
        expect(withNewest(['1', '2', '3'], ['3', '4'], 3)).toEqual(['4', '3', '1']);
        expect(productsIn('1.2.3', 2)).toEqual(['1', '2']);
    });
});
