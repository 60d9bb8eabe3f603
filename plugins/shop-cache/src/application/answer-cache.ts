import { LRUCache } from 'lru-cache';

/** An answer of the Shop API as it goes over the wire. */
export interface Answer {
    readonly body: Buffer;
    readonly contentType: string;
    /** In quotes, as the header has it. */
    readonly etag: string;
    /** Whether a price or a stock went into it. */
    readonly showsPriceOrStock: boolean;
}

interface Entry {
    readonly answer: Answer;
    readonly tags: readonly string[];
    readonly endsAt: number;
}

/** The moment at which an answer began to be made: what changed since may be missing from it. */
export interface Beginning {
    readonly generation: number;
}

export interface AnswerCacheOptions {
    readonly maxBytes: number;
    /** A clock in milliseconds that never jumps. */
    readonly now: () => number;
}

/** What an entry takes beside its key and body. */
const OVERHEAD = 600;
const MOST_REMEMBERED_TAGS = 20_000;

/**
 * Answers by their full key, within a bound of bytes. An answer is kept only if nothing that it depends on changed
 * since it began to be made.
 */
export class AnswerCache {
    private readonly entries: LRUCache<string, Entry>;
    private readonly keysByTag = new Map<string, Set<string>>();
    /** When a tag was invalidated last, as a generation. */
    private readonly invalidatedAt = new Map<string, number>();
    private generation = 0;
    /** What began before this generation is not kept. */
    private horizon = 0;
    private heldUntil = -Infinity;

    constructor(private readonly options: AnswerCacheOptions) {
        this.entries = new LRUCache<string, Entry>({
            maxSize: options.maxBytes,
            sizeCalculation: (entry, key) => entry.answer.body.length + key.length * 2 + OVERHEAD,
            dispose: (entry, key) => this.unlink(entry, key),
        });
    }

    get(key: string): Answer | undefined {
        const entry = this.entries.get(key);
        if (entry && entry.endsAt <= this.options.now()) {
            this.entries.delete(key);
            return undefined;
        }
        return entry?.answer;
    }

    begin(): Beginning {
        return { generation: this.generation };
    }

    /** @returns whether it is kept. */
    put(key: string, answer: Answer, tags: readonly string[], endsAt: number, begun: Beginning): boolean {
        const now = this.options.now();
        if (begun.generation < this.horizon || now < this.heldUntil || endsAt <= now) {
            return false;
        }
        if (tags.some(tag => (this.invalidatedAt.get(tag) ?? -1) > begun.generation)) {
            return false;
        }
        this.entries.delete(key);
        this.entries.set(key, { answer, tags, endsAt });
        if (!this.entries.has(key)) {
            return false; // Larger than the whole cache.
        }
        tags.forEach(tag => this.link(tag, key));
        return true;
    }

    /** Drops what depends on any of the tags. @returns how many. */
    invalidate(tags: readonly string[]): number {
        this.generation++;
        let dropped = 0;
        for (const tag of tags) {
            this.invalidatedAt.set(tag, this.generation);
            for (const key of this.keysByTag.get(tag) ?? []) {
                dropped += this.entries.delete(key) ? 1 : 0;
            }
        }
        if (this.invalidatedAt.size > MOST_REMEMBERED_TAGS) {
            this.invalidatedAt.clear();
            this.horizon = this.generation;
        }
        return dropped;
    }

    /** Drops everything, also what is being made. @param holdMs - Keeps nothing for so long. */
    clear(holdMs = 0): void {
        this.generation++;
        this.horizon = this.generation;
        this.heldUntil = Math.max(this.heldUntil, this.options.now() + holdMs);
        this.invalidatedAt.clear();
        this.entries.clear();
    }

    get bytes(): number {
        return this.entries.calculatedSize;
    }

    get size(): number {
        return this.entries.size;
    }

    private link(tag: string, key: string): void {
        const keys = this.keysByTag.get(tag);
        if (keys) {
            keys.add(key);
        } else {
            this.keysByTag.set(tag, new Set([key]));
        }
    }

    private unlink(entry: Entry, key: string): void {
        for (const tag of entry.tags) {
            const keys = this.keysByTag.get(tag);
            keys?.delete(key);
            if (keys?.size === 0) {
                this.keysByTag.delete(tag);
            }
        }
    }
}
