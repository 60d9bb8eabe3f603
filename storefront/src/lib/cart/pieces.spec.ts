import { describe, expect, it } from 'vitest';
import { holdsJust, piecesAdded, piecesIn, wantedOf } from './pieces';

const line = (id: string, quantity: number) => ({ quantity, productVariant: { id, productId: `p${id}` } });

describe('pieces in a cart', () => {
    it('are wanted elsewhere each variant once, and nothing of a line that is empty', () => {
        expect(wantedOf({ lines: [line('1', 2), line('2', 1), line('1', 3), line('4', 0)] })).toEqual([
            { variantId: '1', productId: 'p1', quantity: 5 },
            { variantId: '2', productId: 'p2', quantity: 1 },
        ]);
    });

    it('came as far as there are more of them than before', () => {
        const before = piecesIn({ lines: [line('1', 1), line('3', 9)] });
        const after = piecesIn({ lines: [line('1', 3), line('3', 9)] });
        const wanted = [
            { variantId: '1', quantity: 5 },
            { variantId: '2', quantity: 1 },
            { variantId: '3', quantity: 1 },
        ];
        expect(piecesAdded(wanted, before, after)).toEqual([
            { variantId: '1', quantity: 2 },
            { variantId: '2', quantity: 0 },
            { variantId: '3', quantity: 0 },
        ]);
    });

    it('are none where there is no cart', () => {
        expect(piecesIn(null).size).toBe(0);
    });

    it.each([
        ['as it came', [line('1', 2)], true],
        ['with the same in two lines', [line('1', 1), line('1', 1)], true],
        ['with fewer', [line('1', 1)], false],
        ['with something more', [line('1', 2), line('2', 1)], false],
        ['empty', [], false],
    ])('a cart %s holds just what came: %s', (_name, lines, expected) => {
        const came = [
            { variantId: '1', quantity: 2 },
            { variantId: '9', quantity: 0 },
        ];
        expect(holdsJust({ lines }, came)).toBe(expected);
    });
});
