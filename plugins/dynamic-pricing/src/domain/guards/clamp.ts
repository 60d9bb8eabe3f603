import type { Bounds } from './guards';
import { roundWithin } from './rounding';

type Guard = 'locked' | 'no-number' | 'floor' | 'ceiling' | 'movement' | 'rounding';

/** What a guard made of a price. */
export interface Cut {
    readonly guard: Guard;
    readonly from: number;
    readonly to: number;
    /** The guard that had to give way, where two could not both be kept. */
    readonly over?: Guard;
}

export interface Clamped {
    readonly price: number;
    readonly cuts: readonly Cut[];
}

/**
 * Brings a price within its bounds. Weakest first: rounding, movement, ceiling, floor. Where they leave no common
 * price the stronger one wins and the cut says over what; the floor wins over all.
 *
 * @param current - In force; stays when the variant is locked or `wanted` is no number.
 */
export function clamp(wanted: number, current: number, bounds: Bounds): Clamped {
    if (bounds.isLocked) {
        return {
            price: current,
            cuts: wanted === current ? [] : [{ guard: 'locked', from: wanted, to: current }],
        };
    }
    const isNumber = Number.isFinite(wanted);
    const start = isNumber ? wanted : current;
    const cuts: Cut[] = isNumber ? [] : [{ guard: 'no-number', from: 0, to: current }];
    const { low, high, conflicts } = range(bounds);
    const inside = Math.min(high, Math.max(low, start));
    if (inside !== start) {
        cuts.push({ guard: reasonFor(start, inside, bounds), from: start, to: inside });
    }
    const whole = Math.min(high, Math.max(low, Math.round(inside)));
    const price = roundWithin(inside, bounds.rounding, low, high) ?? whole;
    if (price !== inside) {
        cuts.push({ guard: 'rounding', from: inside, to: price });
    }
    return {
        price,
        cuts: [...cuts, ...conflicts.map(conflict => ({ ...conflict, from: inside, to: price }))],
    };
}

/** The same for a caller that asks for the price alone. */
export function clampTo(current: number, bounds: Bounds): (price: number) => number {
    return price => clamp(price, current, bounds).price;
}

interface Range {
    readonly low: number;
    readonly high: number;
    readonly conflicts: readonly { readonly guard: Guard; readonly over: Guard }[];
}

/** The prices that all guards allow, or the one that the strongest leaves. */
function range({ floor, ceiling, moveLow, moveHigh }: Bounds): Range {
    if (floor > ceiling) {
        const isMoveBroken = floor > moveHigh || floor < moveLow;
        return {
            low: floor,
            high: floor,
            conflicts: [
                { guard: 'floor', over: 'ceiling' },
                ...(isMoveBroken ? [{ guard: 'floor', over: 'movement' } as const] : []),
            ],
        };
    }
    if (floor > moveHigh) {
        return { low: floor, high: floor, conflicts: [{ guard: 'floor', over: 'movement' }] };
    }
    if (ceiling < moveLow) {
        return { low: ceiling, high: ceiling, conflicts: [{ guard: 'ceiling', over: 'movement' }] };
    }
    const low = Math.max(floor, moveLow);
    const high = Math.min(ceiling, moveHigh);
    // The run's limit and the day's leave nothing in common only when somebody moved the price by hand today.
    return low <= high ? { low, high, conflicts: [] } : nearestAllowed(floor, ceiling, moveLow, moveHigh);
}

function nearestAllowed(floor: number, ceiling: number, moveLow: number, moveHigh: number): Range {
    const price = Math.min(ceiling, Math.max(floor, Math.min(moveLow, moveHigh)));
    return { low: price, high: price, conflicts: [{ guard: 'movement', over: 'movement' }] };
}

function reasonFor(from: number, to: number, { floor, ceiling }: Bounds): Guard {
    if (to > from) {
        return to === floor ? 'floor' : 'movement';
    }
    return to === ceiling ? 'ceiling' : 'movement';
}
