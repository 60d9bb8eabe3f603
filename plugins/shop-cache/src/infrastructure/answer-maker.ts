import type { ChangeFeed, ShopAnswers } from '@efi/plugin-kit';
import type { Answer, AnswerCache, Beginning } from '../application/answer-cache';
import type { ShopDocument } from '../application/shop-document';
import { tagsOfAnswer } from '../domain/dependencies';
import { ambientTables, priceAndStockTables } from '../domain/watched-tables';
import type { Captured } from './http/capture-answer';
import { etagOf } from './etag';
import { Recording } from './read-recorder';

/** An answer that is being made. */
export interface Making {
    readonly recording: Recording;
    readonly begun: Beginning;
    /** By the wall clock, for schedules. */
    readonly since: Date;
}

/** What became of it. `unfit` means that this document's answers can never be kept. */
export type Made = { readonly answer: Answer } | 'unfit' | 'not-kept';

/** Read to find out who asks; who it is, is in the key. */
const IDENTITY_TABLES = new Set([
    'authentication_method',
    'customer',
    'customer_channels_channel',
    'role',
    'role_channels_channel',
    'session',
    'user',
    'user_roles_role',
]);

/** Decides whether an answer may be kept, and keeps it. */
export class AnswerMaker {
    private watched: ReadonlySet<string> = new Set();

    constructor(
        private readonly cache: AnswerCache,
        private readonly feed: ChangeFeed,
        private readonly shopAnswers: ShopAnswers,
        private readonly maxAgeMs: number,
    ) {}

    setWatchedTables(tables: ReadonlySet<string>): void {
        this.watched = tables;
    }

    begin(): Making {
        return { recording: new Recording(), begun: this.cache.begin(), since: new Date() };
    }

    /**
     * @param identified - Whether the asker's session was looked up on the way.
     */
    async finish(
        key: string,
        document: ShopDocument,
        making: Making,
        captured: Captured | undefined,
        identified: boolean,
    ): Promise<Made> {
        const data = captured && !captured.setsSession && dataIn(captured);
        // Before the feed is connected it is not known which tables are watched: no document is to blame for that.
        if (!captured || !data || this.watched.size === 0) {
            return 'not-kept';
        }
        const tables = new Set(making.recording.tables);
        if (identified) {
            IDENTITY_TABLES.forEach(table => tables.delete(table));
        }
        const isTold = (table: string) => this.watched.has(table) || this.shopAnswers.isAnnounced(table);
        if (![...tables, ...ambientTables.map(({ table }) => table)].every(isTold)) {
            return 'unfit';
        }
        const endsAt = await this.endOf(tables, making);
        const answer: Answer = {
            body: captured.body,
            contentType: captured.contentType,
            etag: etagOf(captured.body),
            showsPriceOrStock: showsPriceOrStock(tables),
        };
        const products = productsOf(document, making.recording, data);
        const parts = partsOf(making.recording);
        const tags = tagsOfAnswer({ tables, parts, products, bySlug: document.bySlug });
        const kept = (await this.feed.settled()) && this.cache.put(key, answer, tags, endsAt, making.begun);
        return kept ? { answer } : 'not-kept';
    }

    /** On the cache's clock. */
    private async endOf(tables: ReadonlySet<string>, { since }: Making): Promise<number> {
        const change = await this.shopAnswers.nextChange(tables, since);
        const untilChange = change ? change.getTime() - Date.now() : Infinity;
        return performance.now() + Math.min(this.maxAgeMs, untilChange);
    }
}

/** Also of an answer that has not been kept. */
export function showsPriceOrStock(tables: ReadonlySet<string>): boolean {
    return priceAndStockTables.some(table => tables.has(table));
}

/** The data of an answer without errors. */
function dataIn({ status, contentType, body }: Captured): Record<string, unknown> | undefined {
    if (status !== 200 || !/json/.test(contentType)) {
        return undefined;
    }
    try {
        const { data, errors } = JSON.parse(body.toString('utf8')) as { data?: unknown; errors?: unknown };
        return errors === undefined && typeof data === 'object' && data !== null
            ? (data as Record<string, unknown>)
            : undefined;
    } catch {
        return undefined;
    }
}

/** A table that was read in parts and once more as a whole was read as a whole. */
function partsOf({ parts, whole }: Recording): Map<string, ReadonlySet<string>> {
    return new Map([...parts].filter(([table]) => !whole.has(table)));
}

/** A product that is not there may come from any change; so may what a list shows. */
function productsOf(
    document: ShopDocument,
    { products, strayed }: Recording,
    data: Record<string, unknown>,
): ReadonlySet<string> | 'all' {
    const allThere = Object.values(data).every(value => value !== null);
    return document.singleProducts && allThere && !strayed && products.size > 0 ? products : 'all';
}
