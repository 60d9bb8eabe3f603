import { describe, expect, it } from 'vitest';
import { allocatedAt, awaitingReallocation, type LineMovement, soldAt, takeFrom } from './line-movements';

const movement = (type: LineMovement['type'], locationId: number, quantity: number): LineMovement => ({
    type,
    locationId,
    quantity,
});

describe('the movements of a line', () => {
    const history = [
        movement('ALLOCATION', 1, 10),
        movement('ALLOCATION', 2, 5),
        movement('RELEASE', 2, 1),
        movement('SALE', 1, 10),
        movement('SALE', 2, 2),
        movement('CANCELLATION', 1, 4),
    ];

    it('tell what is allocated at each location', () => {
        expect(allocatedAt(history)).toEqual([{ locationId: 2, quantity: 2 }]);
    });

    it('tell what was sent from each location and did not come back', () => {
        expect(soldAt(history)).toEqual([
            { locationId: 1, quantity: 6 },
            { locationId: 2, quantity: 2 },
        ]);
    });

    it('tell nothing below nothing, whatever Vendure wrote without the plugin', () => {
        expect(allocatedAt([movement('ALLOCATION', 1, 3), movement('SALE', 1, 5)])).toEqual([]);
    });
});

describe('what came back from a cancelled fulfilment', () => {
    const sentAndBack = [
        movement('ALLOCATION', 1, 2),
        movement('ALLOCATION', 2, 3),
        movement('SALE', 1, 2),
        movement('SALE', 2, 3),
        movement('CANCELLATION', 1, 2),
        movement('CANCELLATION', 2, 3),
    ];

    it('waits for its allocation where it came back to', () => {
        expect(awaitingReallocation(sentAndBack, 5)).toEqual([
            { locationId: 2, quantity: 3 },
            { locationId: 1, quantity: 2 },
        ]);
    });

    it('waits no longer when it was allocated again', () => {
        const again = [...sentAndBack, movement('ALLOCATION', 1, 2), movement('ALLOCATION', 2, 3)];
        expect(awaitingReallocation(again, 5)).toEqual([]);
    });

    it('does not wait when it was returned for good, and the line is to have less', () => {
        expect(awaitingReallocation(sentAndBack, 0)).toEqual([]);
    });

    it('is nothing for a line that has nothing yet', () => {
        expect(awaitingReallocation([], 5)).toEqual([]);
    });
});

describe('taking from some stock', () => {
    it('goes from one location to the next, and sums what is named twice', () => {
        const stock = [
            { locationId: 1, quantity: 2 },
            { locationId: 2, quantity: 5 },
            { locationId: 1, quantity: 1 },
        ];
        expect(takeFrom(stock, 4)).toEqual([
            { locationId: 1, quantity: 2 },
            { locationId: 2, quantity: 2 },
        ]);
        expect(takeFrom(stock, 100)).toEqual([
            { locationId: 1, quantity: 3 },
            { locationId: 2, quantity: 5 },
        ]);
        expect(takeFrom(stock, -1)).toEqual([]);
    });
});
