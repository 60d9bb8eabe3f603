import { Random } from '../src/domain/models/random';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Draws from the distributions that the generator needs, all from one seeded source. */
export class Draw {
    constructor(readonly random: Random) {}

    chance(share: number): boolean {
        return this.random() < share;
    }

    between(low: number, high: number): number {
        return low + this.random() * (high - low);
    }

    /** A whole number, both ends included. */
    whole(low: number, high: number): number {
        return low + Math.floor(this.random() * (high - low + 1));
    }

    /** Box and Muller's. */
    normal(mean: number, deviation: number): number {
        const radius = Math.sqrt(-2 * Math.log(1 - this.random()));
        return mean + deviation * radius * Math.cos(2 * Math.PI * this.random());
    }

    logNormal(median: number, spread: number): number {
        return median * Math.exp(this.normal(0, spread));
    }

    /** Time until the next of events that come by themselves. */
    wait(mean: number): number {
        return -mean * Math.log(1 - this.random());
    }

    pick<Item>(items: readonly Item[]): Item {
        return items[Math.floor(this.random() * items.length)]!;
    }

    weighted<Item>(items: ReadonlyArray<readonly [Item, number]>): Item {
        let left = this.random() * items.reduce((sum, [, weight]) => sum + weight, 0);
        return (items.find(([, weight]) => (left -= weight) < 0) ?? items[0]!)[0];
    }

    /** A name that nobody else has. */
    id(prefix: string): string {
        return `${prefix}-${Math.floor(this.random() * 2 ** 32).toString(36)}${Math.floor(this.random() * 2 ** 32).toString(36)}`;
    }
}
