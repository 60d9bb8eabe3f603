import type { ID } from '@vendure/core';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Where changes of what the Shop API shows are told, as PostgreSQL notifications: delivered when the transaction
 * that sent them commits, and never when it is rolled back.
 */
export const SHOP_CHANGES_CHANNEL = 'efi_shop_changes';

/** So many products are told one by one; of more, the whole table has changed. */
const MOST_PRODUCTS = 100;

/** Rows of one table that changed. */
export interface ShopChange {
    readonly table: string;
    /** Whose rows they were. @default those of any product */
    readonly productIds?: readonly ID[];
}

/** Something that changes by the clock and not by a write, such as a price that begins at midnight. */
export interface ScheduledChanges {
    /** An answer that read one of these depends on it. */
    readonly tables: readonly string[];
    /** When the next change after `since` takes place; `undefined` when none is known. */
    nextAfter(since: Date): Promise<Date | undefined>;
}

/** What was read of a table whose changes are told in parts, as `table@part`. */
export interface TableParts {
    readonly table: string;
    readonly parts: readonly string[];
}

/** Sees for a cache what is read while an answer is made. */
export interface PartsRecorder {
    /** See {@link ShopAnswers.readParts}. */
    readParts<Result>(
        tables: readonly string[],
        work: () => Promise<Result>,
        partsOf: (result: Result) => readonly TableParts[],
    ): Promise<Result>;
}

/** `table`, or `table@product` for each product. */
export function shopChangeMessages({ table, productIds }: ShopChange): string[] {
    const single = productIds !== undefined && productIds.length <= MOST_PRODUCTS;
    return single ? productIds.map(id => `${table}@${id}`) : [table];
}

/**
 * Tells every server that answers of the Shop API which were made from `change` are no longer right. Tables of
 * Vendure need none of this: triggers of `@efi/shop-cache-plugin` tell. It is for tables of a plugin's own.
 *
 * @param manager - Of the transaction that writes, so that both take effect in the same moment.
 */
export async function announceShopChange(manager: EntityManager, change: ShopChange): Promise<void> {
    await manager.query('SELECT pg_notify($1, message) FROM unnest($2::text[]) AS message', [
        SHOP_CHANGES_CHANNEL,
        shopChangeMessages(change),
    ]);
}

/** Where plugins that change answers and a cache of answers meet. Neither needs the other. */
export class ShopAnswers {
    private readonly schedules: ScheduledChanges[] = [];
    private readonly announced = new Set<string>();
    private readonly listeners = new Set<(change: ShopChange) => void>();
    private recorder?: PartsRecorder;

    /** Answers that read the schedule's tables end at its next change. */
    addSchedule(schedule: ScheduledChanges): void {
        this.schedules.push(schedule);
    }

    /** Promises that each change of these tables is announced with {@link announceShopChange}. */
    addAnnouncedTables(tables: readonly string[]): void {
        tables.forEach(table => this.announced.add(table));
    }

    /** Whether somebody promised to announce the changes of a table. */
    isAnnounced(table: string): boolean {
        return this.announced.has(table);
    }

    /**
     * Runs `work`, what it gives out being made from a part of some tables only: a change of any other part leaves it
     * as it is. A change of a part is told as `table@part`, one of the whole table as `table`. What depends on
     * something that is not there, on an order or on a number has to name the parts in which it could come up.
     *
     * @param tables - Of which `work` reads parts only; of all others it may read whatever it will.
     * @param partsOf - What it has read of them.
     */
    readParts<Result>(
        tables: readonly string[],
        work: () => Promise<Result>,
        partsOf: (result: Result) => readonly TableParts[],
    ): Promise<Result> {
        return this.recorder ? this.recorder.readParts(tables, work, partsOf) : work();
    }

    /** For the cache. */
    recordPartsWith(recorder: PartsRecorder): void {
        this.recorder = recorder;
    }

    /**
     * The first scheduled change of any of the tables after `since`.
     *
     * @throws whatever a schedule throws: an answer whose end is not known must not be kept.
     */
    async nextChange(tables: ReadonlySet<string>, since: Date): Promise<Date | undefined> {
        const concerned = this.schedules.filter(schedule => schedule.tables.some(name => tables.has(name)));
        const dates = await Promise.all(concerned.map(schedule => schedule.nextAfter(since)));
        return dates.reduce((first, date) => (date && (!first || date < first) ? date : first), undefined);
    }

    /** In this process only: for a plugin that answers from its memory, once it has renewed it. */
    forget(change: ShopChange): void {
        this.listeners.forEach(listener => listener(change));
    }

    /** For the cache. @returns what ends the subscription. */
    onForget(listener: (change: ShopChange) => void): () => void {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }
}

const answers = new WeakMap<DataSource, ShopAnswers>();

/** The meeting place of one running application, told apart by its data source. */
export function shopAnswers(dataSource: DataSource): ShopAnswers {
    const known = answers.get(dataSource);
    if (known) {
        return known;
    }
    const created = new ShopAnswers();
    answers.set(dataSource, created);
    return created;
}
