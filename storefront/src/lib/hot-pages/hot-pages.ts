/** A page as it is sent, and where it has the nonce of its policy. */
export interface MadePage {
    /** The parts between the places where the nonce stands. */
    readonly parts: readonly string[];
    readonly headers: Readonly<Record<string, string>>;
}

interface Entry {
    /** When this window of asking began, and how often it was asked for since. */
    windowBegan: number;
    asked: number;
    /** Whether it was asked for often in the window before: else each would begin with pages made for each. */
    wasHot: boolean;
    made?: { readonly page: MadePage; readonly at: number };
    making?: Promise<MadePage | undefined>;
}

interface Options {
    /** Milliseconds that a page is given out for after it was asked for. Also the window in which asking is counted. */
    readonly life: number;
    /** So often has a page to be asked for within its life before it is kept. */
    readonly threshold: number;
    /** Of pages that are kept or counted; the longest unused goes first. */
    readonly most: number;
    /** In milliseconds. */
    readonly now: () => number;
}

/** After this share of its life the next one is made, while this one is still given out. */
const RENEWED_AFTER = 0.7;

/**
 * Pages that many ask for at once. The first few in a window are made for each who asks; from then on one is made and
 * given to all, for a short life. The next one is made before that is over, so that as a rule nobody waits; who finds
 * none that lives waits for it, so nobody gets one that is older.
 */
export class HotPages {
    private readonly entries = new Map<string, Entry>();

    constructor(private readonly options: Options) {}

    /**
     * @param make - Makes the page; `undefined` when it can't be given to others.
     * @returns `undefined` when whoever asks should have their own made.
     */
    async get(key: string, make: () => Promise<MadePage | undefined>): Promise<MadePage | undefined> {
        const now = this.options.now();
        const entry = this.entryOf(key, now);
        const age = entry.made ? now - entry.made.at : Infinity;
        if (entry.made && age < this.options.life) {
            if (age >= this.options.life * RENEWED_AFTER) {
                entry.making ??= this.make(entry, now, make);
                // Whoever waits for it hears why there is none.
                entry.making.catch(() => undefined);
            }
            return entry.made.page;
        }
        entry.made = undefined;
        if (!entry.wasHot && entry.asked <= this.options.threshold) {
            return undefined;
        }
        entry.making ??= this.make(entry, now, make);
        return entry.making;
    }

    /** Of nothing that was made before this call is given out after it. */
    clear(): void {
        this.entries.clear();
    }

    private async make(
        entry: Entry,
        askedAt: number,
        make: () => Promise<MadePage | undefined>,
    ): Promise<MadePage | undefined> {
        try {
            const page = await make();
            if (page) {
                entry.made = { page, at: askedAt };
            }
            return page;
        } finally {
            entry.making = undefined;
        }
    }

    private entryOf(key: string, now: number): Entry {
        const known = this.entries.get(key) ?? { windowBegan: now, asked: 0, wasHot: false };
        // The newest stands last.
        this.entries.delete(key);
        this.entries.set(key, known);
        const { life, threshold, most } = this.options;
        if (now - known.windowBegan >= life) {
            known.wasHot = known.asked > threshold && now - known.windowBegan < 2 * life;
            known.asked = 0;
            known.windowBegan = now;
        }
        known.asked++;
        const [oldest] = this.entries.keys();
        if (this.entries.size > most && oldest !== undefined) {
            this.entries.delete(oldest);
        }
        return known;
    }
}
