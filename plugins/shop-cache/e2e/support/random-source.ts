/** Numbers that look random and are the same again for the same seed (mulberry32). */
export class RandomSource {
    constructor(private state: number) {}

    /** A whole number from 0 to below `limit`. */
    below(limit: number): number {
        this.state = (this.state + 0x6d2b79f5) | 0;
        let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
    }

    pick<T>(choices: readonly T[]): T {
        return choices[this.below(choices.length)] as T;
    }
}
