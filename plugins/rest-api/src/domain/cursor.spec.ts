import { describe, expect, it } from 'vitest';
import { cursorAfter, idBefore } from './cursor';

describe('a cursor', () => {
    it('leads back to where its page ended, in an address too', () => {
        const cursor = cursorAfter('products', 'T_12');
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(idBefore('products', cursor)).toBe('T_12');
    });

    it('is of one list only', () => {
        expect(idBefore('orders', cursorAfter('products', '12'))).toBeUndefined();
        expect(idBefore('product', cursorAfter('products', '12'))).toBeUndefined();
    });

    it.each(['', 'products', '%%%', '{"id":1}', '\ud800'])('is not made of %j', text => {
        expect(idBefore('products', text)).toBeUndefined();
    });
});
