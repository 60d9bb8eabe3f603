import type { Velocity } from '../src/domain/signals';
import { day, hour, minute } from './draw';
import type { Attempt } from './events';

/** A count says no more than "200 or more". */
const mostCounted = 200;

/** Earlier attempts by a key such as a device, for seven days. */
export class History {
    private readonly byKey = new Map<string, Attempt[]>();

    add(key: string | undefined, attempt: Attempt): void {
        if (key !== undefined) {
            this.byKey.set(key, [...this.within(key, attempt.at, 7 * day), attempt]);
        }
    }

    within(key: string | undefined, now: number, span: number): readonly Attempt[] {
        const all = (key === undefined ? undefined : this.byKey.get(key)) ?? [];
        return all.slice(all.findLastIndex(({ at }) => at <= now - span) + 1);
    }

    /** Counts the present attempt among the attempts. */
    velocity(key: string, now: number): Velocity {
        const week = this.within(key, now, 7 * day);
        const tried = (span: number) => {
            const earlier = week.filter(({ at }) => at > now - span).length;
            return Math.min(mostCounted, earlier + 1);
        };
        const declined = (span: number) => {
            return Math.min(mostCounted, week.filter(({ at, declined: no }) => no && at > now - span).length);
        };
        return {
            attempts: [tried(10 * minute), tried(hour), tried(day), tried(7 * day)],
            declines: [declined(10 * minute), declined(hour), declined(day)],
        };
    }
}
