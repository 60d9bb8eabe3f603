/** Even numbers in 0 ≤ x < 1. */
export type Random = () => number;

/** The same numbers for the same seed (T. Ettinger's mulberry32). */
export function seededRandom(seed: number): Random {
    let state = seed | 0;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}

/** Moves `count` elements, drawn without replacement, to the front of `items`. */
export function drawToFront(items: Int32Array, count: number, random: Random): void {
    for (let at = 0; at < count; at++) {
        const other = at + Math.floor(random() * (items.length - at));
        [items[at], items[other]] = [items[other]!, items[at]!];
    }
}
