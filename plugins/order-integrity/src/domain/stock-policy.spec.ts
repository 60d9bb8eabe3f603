import { describe, expect, it } from 'vitest';
import { stockPolicyOf } from './stock-policy';

const shop = { trackInventory: true, outOfStockThreshold: 2 };
const variant = {
    trackInventory: 'INHERIT',
    useGlobalOutOfStockThreshold: true,
    outOfStockThreshold: -5,
} as const;

describe("how a variant's stock is counted", () => {
    it('is as the shop says when the variant leaves it to the shop', () => {
        expect(stockPolicyOf(variant, shop)).toEqual({ tracked: true, threshold: 2 });
        expect(stockPolicyOf(variant, { ...shop, trackInventory: false }).tracked).toBe(false);
    });

    it('is as the variant says when it says', () => {
        expect(stockPolicyOf({ ...variant, useGlobalOutOfStockThreshold: false }, shop).threshold).toBe(-5);
        expect(stockPolicyOf({ ...variant, trackInventory: 'FALSE' }, shop).tracked).toBe(false);
        expect(
            stockPolicyOf({ ...variant, trackInventory: 'TRUE' }, { ...shop, trackInventory: false }).tracked,
        ).toBe(true);
    });
});
