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

/** Number of an advisory lock, chosen at random. */
const INDEX_LOCK = 7_301_948_822;

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

    /** Indexes what is on the list of changes, until nothing is left whose time has come. */
    async indexPending(): Promise<number> {
        let indexed = 0;
        for (;;) {
            const taken = await this.inBatch(async manager => {
                const productIds = await takePending(manager, BATCH);
                await this.index(manager, productIds, await readMarkets(manager));
                return productIds.length;
            });
            indexed += taken;
            if (taken < BATCH) {
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
        for (let done = 0; done < productIds.length; done += BATCH) {
            const batch = productIds.slice(done, done + BATCH);
            await this.inBatch(async manager => this.index(manager, batch, await readMarkets(manager)));
            report({ done: Math.min(done + BATCH, productIds.length), total: productIds.length });
        }
        await this.inBatch(removeLeftovers);
        return productIds.length;
    }

    private async productIds(): Promise<number[]> {
        const rows = await this.connection.rawConnection.query<{ id: number }[]>(
            'SELECT id FROM product WHERE "deletedAt" IS NULL ORDER BY id',
        );
        return rows.map(({ id }) => id);
    }

    /** One batch at a time in the whole shop: of two that read the same product, the later one would win with less. */
    private inBatch<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
        return this.connection.rawConnection.transaction('READ COMMITTED', async manager => {
            await manager.query('SELECT pg_advisory_xact_lock($1)', [INDEX_LOCK]);
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
        await writeProducts(manager, productIds);
        await learnWords(manager, productIds);
    }
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
