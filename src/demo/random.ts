/** Numbers in [0, 1) that depend on the seed alone. */
export type Random = () => number;

/** Mulberry32, a small generator that is good enough to make up a shop (public domain, T. Ettinger). */
export function seededRandom(seed: string): Random {
    let state = hash(seed);
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
    let value = 0x811c9dc5;
    for (const character of text) {
        value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    return value >>> 0;
}

/** A whole number from `least` to `most`, both included. */
export function between(random: Random, least: number, most: number): number {
    return least + Math.floor(random() * (most - least + 1));
}

/** One of `choices`, each as likely as its weight says. */
export function pick<T>(random: Random, choices: readonly T[], weightOf: (choice: T) => number = () => 1): T {
    let left = random() * choices.reduce((sum, choice) => sum + weightOf(choice), 0);
    for (const choice of choices) {
        left -= weightOf(choice);
        if (left < 0) {
            return choice;
        }
    }
    const last = choices.at(-1);
    if (last === undefined) {
        throw new Error('Nothing to pick from.');
    }
    return last;
}
