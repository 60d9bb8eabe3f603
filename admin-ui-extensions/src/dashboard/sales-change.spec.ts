import { describe, expect, it } from 'vitest';
import { salesChange } from './sales-change';

describe('salesChange', () => {
    it('is the share by which today is ahead', () => {
        expect(salesChange(12_500, 10_000)).toEqual({ kind: 'change', direction: 'up', ratio: 0.25 });
    });

    it('is the share by which today is behind', () => {
        expect(salesChange(0, 10_000)).toEqual({ kind: 'change', direction: 'down', ratio: 1 });
    });

    it('is level on the same revenue', () => {
        expect(salesChange(10_000, 10_000)).toEqual({ kind: 'change', direction: 'level', ratio: 0 });
    });

    it('knows no share of a day without sales', () => {
        expect(salesChange(10_000, 0)).toEqual({ kind: 'nothing-to-compare' });
    });
});
