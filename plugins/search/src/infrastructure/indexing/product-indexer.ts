import { shopAnswers } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { ConfigService, TransactionalConnection } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import { type Markets, readMarkets } from './markets';
import { OfferReader } from './offer-reader';
import { takePending } from './pending-products';
import { writeItems } from './write-items';
import { writeProducts } from './write-products';
import { writeTexts } from './write-texts';
import { forgetUnusedWords, learnWords } from './write-words';

/** So many products go into one transaction. */
const BATCH = 500;

/**
 * Numbers of advisory locks, chosen at random, one for each half of the products. So much is indexed at a time in the
 * whole shop: while one half is read and priced here, PostgreSQL writes the other.
 */
const HALVES = [7_301_948_822, 7_301_948_823] as const;

/** For tables with rows that products of either half change. */
const SHARED_LOCK = 7_301_948_824;

/** Whose changes are told by triggers, in the transaction that writes. */
const TABLES = [
    'efi_search_item',
    'efi_search_product',
    'efi_search_text',
    'efi_search_word',
    'efi_search_count',
];

/** The whole index as a job reports it. */
export interface IndexProgress {
    readonly done: number;
    readonly total: number;
}

/**
 * Makes the index what the catalogue is. Rows are changed where they stand and in batches that commit as a whole, so
 * a search always finds every product, as it was or as it is.
 */
@Injectable()
export class ProductIndexer {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly config: ConfigService,
        private readonly offers: OfferReader,
    ) {
        shopAnswers(connection.rawConnection).addAnnouncedTables(TABLES);
    }

    /** Indexes what is on the list of changes and whose time has come. What is noted meanwhile may be left on it. */
    async indexPending(): Promise<number> {
        let indexed = 0;
        let last = 0;
        for (;;) {
            const taken = await this.inBatch(HALVES, async manager => {
                const productIds = await takePending(manager, last, BATCH);
                await this.index(manager, productIds, await readMarkets(manager));
                return productIds;
            });
            indexed += taken.length;
            last = taken.at(-1) ?? last;
            if (taken.length < BATCH) {
                return indexed;
            }
        }
    }

    /**
     * Indexes everything, and takes out what is left of products that are gone.
     *
     * @param report - Called after each batch; what it throws ends the work.
     */
    async indexAll(report: (progress: IndexProgress) => void): Promise<number> {
        const productIds = await this.productIds();
        const progress = { done: 0, total: productIds.length };
        let isOver = false;
        const indexHalf = async (lock: number, half: number): Promise<void> => {
            const itsOwn = productIds.filter(id => id % HALVES.length === half);
            for (let from = 0; from < itsOwn.length && !isOver; from += BATCH) {
                const batch = itsOwn.slice(from, from + BATCH);
                await this.inBatch([lock], async manager =>
                    this.index(manager, batch, await readMarkets(manager)),
                );
                progress.done += batch.length;
                report(progress);
            }
        };
        const ends = await Promise.allSettled(
            HALVES.map((lock, half) =>
                indexHalf(lock, half).catch((error: unknown) => {
                    isOver = true;
                    throw error;
                }),
            ),
        );
        const failed = ends.find(end => end.status === 'rejected');
        if (failed) {
            throw failed.reason;
        }
        await this.inBatch(HALVES, removeLeftovers);
        return productIds.length;
    }

    private async productIds(): Promise<number[]> {
        const rows = await this.connection.rawConnection.query<{ id: number }[]>(
            'SELECT id FROM product WHERE "deletedAt" IS NULL ORDER BY id',
        );
        return rows.map(({ id }) => id);
    }

    /** One batch at a time of each half: of two that read the same product, the later one would win with less. */
    private inBatch<Result>(
        locks: readonly number[],
        work: (manager: EntityManager) => Promise<Result>,
    ): Promise<Result> {
        return this.connection.rawConnection.transaction('READ COMMITTED', async manager => {
            for (const lock of locks) {
                await takeLock(manager, lock);
            }
            return work(manager);
        });
    }

    private async index(
        manager: EntityManager,
        productIds: readonly number[],
        markets: Markets,
    ): Promise<void> {
        if (productIds.length === 0) {
            return;
        }
        const offers = await this.offers.read(manager, productIds, markets);
        await writeItems(manager, productIds, offers);
        await writeTexts(manager, productIds, markets.languages, this.config.defaultLanguageCode);
        await takeLock(manager, SHARED_LOCK);
        await writeProducts(manager, productIds);
        await learnWords(manager, productIds);
    }
}

async function takeLock(manager: EntityManager, lock: number): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [lock]);
}

async function removeLeftovers(manager: EntityManager): Promise<void> {
    for (const table of ['efi_search_item', 'efi_search_product', 'efi_search_text']) {
        await manager.query(leftoversOf(table));
    }
    await forgetUnusedWords(manager);
}

const leftoversOf = (table: string): string => `
    DELETE FROM ${table} item
     WHERE NOT EXISTS (SELECT FROM product p WHERE p.id = item."productId" AND p."deletedAt" IS NULL)`;
