const HOUR = 3_600_000;

/** Accounts that are remembered at a time; the one that began first goes. */
const MOST_ACCOUNTS = 10_000;

interface Taken {
    readonly since: number;
    items: number;
    told: number;
}

/** Adds up what accounts are given out of lists, so that much is told of, also when it goes a page at a time. */
export class BulkReads {
    private readonly taken = new Map<string, Taken>();

    /** @param from - So many items within an hour are much. */
    constructor(private readonly from: number) {}

    /**
     * @param now - In milliseconds since 1970.
     * @returns how many items that the account was given are to be told of now; nothing when they are few.
     */
    add(account: string, items: number, now: number): number | undefined {
        const known = this.taken.get(account);
        const taken = known && now - known.since < HOUR ? known : this.begin(account, now);
        taken.items += items;
        const untold = taken.items - taken.told;
        if (untold < this.from) {
            return undefined;
        }
        taken.told = taken.items;
        return untold;
    }

    private begin(account: string, since: number): Taken {
        this.taken.delete(account);
        const [oldest] = this.taken.keys();
        if (oldest !== undefined && this.taken.size >= MOST_ACCOUNTS) {
            this.taken.delete(oldest);
        }
        const taken = { since, items: 0, told: 0 };
        this.taken.set(account, taken);
        return taken;
    }
}
