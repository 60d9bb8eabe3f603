const MINUTE = 60_000;

/** So many of something a minute, by one process: what strangers cause as often as a network carries has an end. */
export class PerMinute {
    private since = 0;
    private count = 0;

    /**
     * @param most - A minute.
     * @param tellLeftOut - Told how many were left out, when a minute is over in which there were any.
     */
    constructor(
        private readonly most: number,
        private readonly tellLeftOut: (leftOut: number) => void = () => undefined,
    ) {}

    /**
     * @param now - In milliseconds since 1970.
     * @returns whether there is room for one more.
     */
    take(now: number = Date.now()): boolean {
        if (now - this.since > MINUTE) {
            const leftOut = this.count - this.most;
            if (leftOut > 0) {
                this.tellLeftOut(leftOut);
            }
            this.since = now;
            this.count = 0;
        }
        this.count++;
        return this.count <= this.most;
    }
}
