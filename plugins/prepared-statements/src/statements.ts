import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';

/** A statement and the name that it is prepared under. */
export interface Statement {
    readonly text: string;
    /** At most 63 bytes, which is where PostgreSQL cuts names off. */
    readonly name: string;
}

interface Seen {
    readonly text: string;
    uses: number;
    /** How often its result has changed its shape. */
    version: number;
    statement?: Statement;
}

/** Statements of which a parameter can be bound. All others are sent as they are. */
const PREPARABLE = /^\s*(select|insert|update|delete|with)\b/i;

/** Longer ones are rows by the hundred in one statement, of which no two are alike. */
const LONGEST = 50_000;

/**
 * What statements a process sends, and which of them it sends often enough to prepare. Shared by its connections, so
 * that they keep one copy of each text.
 */
export class Statements {
    private readonly seen: LRUCache<string, Seen>;
    private off: string | undefined;

    /**
     * @param maxPerConnection - As many texts are remembered four times over, since only some are sent again.
     * @param warn - Told once, when no more statements are prepared.
     */
    constructor(
        readonly maxPerConnection: number,
        private readonly warn: (message: string) => void = () => undefined,
    ) {
        this.seen = new LRUCache({ max: Math.max(1, maxPerConnection * 4) });
    }

    /** Why no statement is prepared any more, if so. */
    get offBecause(): string | undefined {
        return this.off;
    }

    /** @returns The statement to prepare, or undefined when the text is to be sent as it is. */
    find(text: string, parameters: number): Statement | undefined {
        if (this.off !== undefined || this.maxPerConnection === 0) {
            return undefined;
        }
        const seen = this.seen.get(text);
        if (!seen) {
            if (parameters > 0 && text.length <= LONGEST && PREPARABLE.test(text)) {
                this.seen.set(text, { text, uses: 1, version: 0 });
            }
            return undefined;
        }
        seen.uses++;
        seen.statement ??= { text: seen.text, name: nameOf(seen) };
        return seen.statement;
    }

    /** Has a statement prepared anew under another name, since what it returns has changed: a migration ran. */
    renew({ text, name }: Statement): void {
        const seen = this.seen.get(text);
        if (seen?.statement?.name === name) {
            seen.version++;
            delete seen.statement;
        }
    }

    /** Prepares nothing any more. */
    switchOff(reason: string): void {
        if (this.off === undefined) {
            this.off = reason;
            this.warn(`Statements are no longer prepared, which costs speed and nothing else: ${reason}`);
        }
    }
}

function nameOf({ text, version }: Seen): string {
    return `efi_${createHash('sha256').update(text).digest('base64url').slice(0, 27)}_${version}`;
}
