import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/**
 * Queries by the SHA-256 of their text, by the protocol of Apollo's automatic persisted queries: a client sends the
 * hash alone, and on `PersistedQueryNotFound` once more with the text. A text is remembered only under its own hash.
 */
export class PersistedQueries {
    private readonly texts = new LRUCache<string, string>({
        maxSize: 8_000_000,
        sizeCalculation: text => text.length * 2 + 200,
    });

    /** The text that a request means, as far as it is known here; `undefined` also for what is not understood. */
    textOf(query: unknown, extensions: unknown): string | undefined {
        if (extensions === undefined || extensions === null) {
            return typeof query === 'string' ? query : undefined;
        }
        const hash = hashIn(extensions);
        if (hash === undefined) {
            return undefined;
        }
        if (query === undefined || query === null) {
            return this.texts.get(hash);
        }
        return typeof query === 'string' && this.remember(query, hash) ? query : undefined;
    }

    private remember(query: string, hash: string): boolean {
        if (this.texts.get(hash) === query) {
            return true;
        }
        const isRight = createHash('sha256').update(query).digest('hex') === hash;
        if (isRight) {
            this.texts.set(hash, query);
        }
        return isRight;
    }
}

/** The hash, if the extensions are nothing but a persisted query of version 1. */
function hashIn(extensions: unknown): string | undefined {
    if (
        typeof extensions !== 'object' ||
        extensions === null ||
        Object.keys(extensions).join() !== 'persistedQuery'
    ) {
        return undefined;
    }
    const { persistedQuery } = extensions as { persistedQuery: unknown };
    if (typeof persistedQuery !== 'object' || persistedQuery === null) {
        return undefined;
    }
    const { version, sha256Hash } = persistedQuery as Record<string, unknown>;
    const isHash = typeof sha256Hash === 'string' && /^[0-9a-f]{64}$/.test(sha256Hash);
    return version === 1 && isHash ? sha256Hash : undefined;
}
