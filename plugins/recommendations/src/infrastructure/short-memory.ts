interface Entry<T> {
    readonly value: Promise<T>;
    readonly until: number;
}

/** Remembers answers for a while. Those who ask at the same time share one answer; a failure is not remembered. */
export class ShortMemory<Key, T> {
    private readonly entries = new Map<Key, Entry<T>>();

    /** @param ms - How long an answer holds, in milliseconds. */
    constructor(
        private readonly ms: number,
        private readonly ask: (key: Key) => Promise<T>,
        private readonly now: () => number = Date.now,
    ) {}

    get(key: Key): Promise<T> {
        const known = this.entries.get(key);
        if (known && known.until > this.now()) {
            return known.value;
        }
        const value = this.ask(key);
        value.catch(() => this.entries.delete(key));
        this.entries.set(key, { value, until: this.now() + this.ms });
        return value;
    }

    forget(): void {
        this.entries.clear();
    }
}
