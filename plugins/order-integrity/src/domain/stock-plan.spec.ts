import { describe, expect, it } from 'vitest';
import { availableQuantity, type LevelState, spreadOverLocations, type StockPolicy } from './stock-plan';

const counted: StockPolicy = { tracked: true, threshold: 0 };

/** Levels at the locations 1, 2, 3 …, given as on hand, allocated, reserved. */
const at = (...levels: Array<[onHand: number, allocated?: number, reserved?: number]>): LevelState[] =>
    levels.map(([onHand, allocated = 0, reserved = 0], i) => ({
        levelId: 10 - i,
        variantId: 1,
        locationId: i + 1,
        onHand,
        allocated,
        reserved,
        inChannel: true,
    }));

describe('what is available', () => {
    it('is on hand and neither allocated nor reserved, at all locations together', () => {
        expect(availableQuantity(counted, at([5, 2, 1], [3], [0]))).toBe(5);
    });

    it('is less by what a location lacks, since a stocktake found it missing', () => {
        expect(availableQuantity(counted, at([0, 3], [5]))).toBe(2);
    });

    it.each([
        [2, 6],
        [-4, 12],
    ])('leaves a threshold of %s', (threshold, available) => {
        expect(availableQuantity({ tracked: true, threshold }, at([8]))).toBe(available);
    });

    it('has no end when it is not tracked', () => {
        expect(availableQuantity({ tracked: false, threshold: 5 }, [])).toBe(Infinity);
    });

    it('leaves out locations of other channels', () => {
        expect(
            availableQuantity(
                counted,
                at([5], [3]).map(level => ({ ...level, inChannel: level.locationId === 2 })),
            ),
        ).toBe(3);
    });

    it('is what the one location has that it must come from, and no more than the channel has', () => {
        expect(availableQuantity(counted, at([50], [3, 1]), 2)).toBe(2);
        expect(availableQuantity(counted, at([0, 49], [50]), 2)).toBe(1);
        expect(availableQuantity(counted, at([50]), 2)).toBe(0);
    });

    it.each([
        [-10, 3],
        [52, 1],
    ])(
        'of one location with a threshold of %s is %s: what is to come is not there',
        (threshold, available) => {
            expect(availableQuantity({ tracked: true, threshold }, at([50], [3]), 2)).toBe(available);
        },
    );

    it('is nothing where there is no level that could hold an allocation, backorders or not', () => {
        expect(availableQuantity({ tracked: true, threshold: -5 }, [])).toBe(0);
    });
});

describe('spreading a quantity over locations', () => {
    it('takes what is free, in the order of the locations', () => {
        expect(spreadOverLocations(counted, at([4, 1], [0], [5, 1, 1], [9]).reverse(), 5)).toEqual([
            { locationId: 1, quantity: 3 },
            { locationId: 3, quantity: 2 },
        ]);
    });

    it('takes all from the one location that it must come from, counted or not, or nothing', () => {
        const untracked = { tracked: false, threshold: 0 };
        const levels = at([50], [3]);
        expect(spreadOverLocations(counted, levels, 3, 2)).toEqual([{ locationId: 2, quantity: 3 }]);
        expect(spreadOverLocations(counted, levels, 4, 2)).toBeUndefined();
        expect(spreadOverLocations(untracked, levels, 9, 2)).toEqual([{ locationId: 2, quantity: 9 }]);
        expect(spreadOverLocations(untracked, [], 1, 2)).toEqual([{ locationId: 2, quantity: 1 }]);
        expect(spreadOverLocations(counted, levels, 0, 2)).toEqual([]);
    });

    it('takes nothing when there is not enough', () => {
        expect(spreadOverLocations(counted, at([4], [3]), 8)).toBeUndefined();
    });

    it('backorders at the first location, after all that is free', () => {
        expect(spreadOverLocations({ tracked: true, threshold: -5 }, at([1], [2]), 6)).toEqual([
            { locationId: 1, quantity: 4 },
            { locationId: 2, quantity: 2 },
        ]);
    });

    it('writes what is not tracked down at the first location', () => {
        expect(spreadOverLocations({ tracked: false, threshold: 0 }, at([0], [7]), 30)).toEqual([
            { locationId: 1, quantity: 30 },
        ]);
        expect(spreadOverLocations({ tracked: false, threshold: 0 }, [], 30)).toEqual([]);
    });

    it('keeps its promises for any stock', () => {
        for (const { policy, levels, quantity } of cases(5_000)) {
            const spread = spreadOverLocations(policy, levels, quantity);
            const available = availableQuantity(policy, levels);
            expect(spread === undefined).toBe(quantity > available);
            const taken = (locationId: number) =>
                spread?.find(part => part.locationId === locationId)?.quantity ?? 0;
            const total = spread?.reduce((sum, part) => sum + part.quantity, 0) ?? 0;
            expect(total).toBe(spread ? quantity : 0);
            for (const level of levels) {
                const free = level.onHand - level.allocated - level.reserved;
                if (policy.threshold >= 0) {
                    expect(taken(level.locationId)).toBeLessThanOrEqual(Math.max(0, free));
                }
                expect(taken(level.locationId)).toBeGreaterThanOrEqual(0);
                expect(level.inChannel || taken(level.locationId) === 0).toBe(true);
            }
        }
    });
});

/** Stocks at random, the same in each run. */
function* cases(count: number) {
    let seed = 42;
    const random = (below: number) => {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        return seed % below;
    };
    for (let i = 0; i < count; i++) {
        const levels = at(
            ...Array.from({ length: random(4) }, (): [number, number, number] => [
                random(10),
                random(8),
                random(4),
            ]),
        ).map(level => ({ ...level, inChannel: random(4) > 0 }));
        yield {
            policy: { tracked: true, threshold: random(9) - 4 },
            levels,
            quantity: random(15),
        };
    }
}
