/** How many visits are remembered; the one that was silent the longest goes first. */
const REMEMBERED = 10_000;

const MINUTE = 60_000;

/** Bounds what one visit may report, by a bucket that holds a minute's worth and fills up evenly. */
export class VisitRate {
    private readonly buckets = new Map<string, { left: number; at: number }>();

    constructor(private readonly perMinute: number) {}

    /**
     * @param now - In milliseconds since the epoch.
     * @returns How many of `count` acts the visit may still report.
     */
    take(visit: string, count: number, now: number): number {
        const { left, at } = this.buckets.get(visit) ?? { left: this.perMinute, at: now };
        const filled = Math.min(this.perMinute, left + ((now - at) / MINUTE) * this.perMinute);
        const taken = Math.min(count, Math.floor(filled));
        this.buckets.delete(visit);
        this.buckets.set(visit, { left: filled - taken, at: now });
        this.forgetOldest();
        return taken;
    }

    private forgetOldest(): void {
        const [oldest] = this.buckets.keys();
        if (this.buckets.size > REMEMBERED && oldest !== undefined) {
            this.buckets.delete(oldest);
        }
    }
}
