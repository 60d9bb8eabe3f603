/** How calls went in the last quarter of an hour. */
export interface CallStatistics {
    readonly calls: number;
    /** Those of them that the provider did not answer. */
    readonly failures: number;
    /** 0 when there were no calls. */
    readonly averageMs: number;
}

interface Minute {
    readonly minute: number;
    calls: number;
    failures: number;
    totalMs: number;
}

const MINUTE_MS = 60_000;
const MINUTES = 15;

/** Counts calls by the minute, and forgets what is older than a quarter of an hour. */
export class CallWindow {
    private minutes: Minute[] = [];

    /** @param now - Milliseconds since the epoch, never earlier than in the call before. */
    add(now: number, milliseconds: number, hasFailed: boolean): void {
        const minute = this.current(now);
        minute.calls++;
        minute.failures += hasFailed ? 1 : 0;
        minute.totalMs += milliseconds;
    }

    statistics(now: number): CallStatistics {
        this.forget(now);
        const total = (of: (minute: Minute) => number) =>
            this.minutes.reduce((sum, minute) => sum + of(minute), 0);
        const calls = total(minute => minute.calls);
        return {
            calls,
            failures: total(minute => minute.failures),
            averageMs: calls === 0 ? 0 : Math.round(total(minute => minute.totalMs) / calls),
        };
    }

    private current(now: number): Minute {
        const minute = Math.floor(now / MINUTE_MS);
        const last = this.minutes.at(-1);
        if (last?.minute === minute) {
            return last;
        }
        this.forget(now);
        const added = { minute, calls: 0, failures: 0, totalMs: 0 };
        this.minutes.push(added);
        return added;
    }

    private forget(now: number): void {
        const oldest = Math.floor(now / MINUTE_MS) - MINUTES + 1;
        this.minutes = this.minutes.filter(({ minute }) => minute >= oldest);
    }
}
