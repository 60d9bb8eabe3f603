import { limits, type Act } from './act';

interface Ways {
    /** @param leaving - The page may be gone before an answer comes. */
    readonly send: (acts: readonly Act[], leaving: boolean) => void;
    /** Calls back some time later. */
    readonly later: (callback: () => void) => void;
}

/** Gathers acts, so that a page sends a few messages and not one for each. */
export class ActQueue {
    private waiting: Act[] = [];
    private isDue = false;

    constructor(private readonly ways: Ways) {}

    add(act: Act): void {
        this.waiting.push(act);
        if (this.waiting.length >= limits.acts) {
            this.flush();
        } else if (!this.isDue) {
            this.isDue = true;
            this.ways.later(() => this.flush());
        }
    }

    flush(leaving = false): void {
        this.isDue = false;
        const acts = this.waiting;
        this.waiting = [];
        if (acts.length > 0) {
            this.ways.send(acts, leaving);
        }
    }
}
