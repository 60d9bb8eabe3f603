import { Inject, Injectable } from '@nestjs/common';
import { normalizeString } from '@vendure/common/lib/normalize-string';
import {
    Channel,
    ChannelService,
    CollectionService,
    ConfigService,
    type RequestContext,
    RequestContextService,
    SearchService,
    StockLocationService,
    TaxCategory,
    TransactionalConnection,
} from '@vendure/core';
import { CATALOGUE_IO_OPTIONS, type CatalogueIoOptions } from '../catalogue-io.options';
import { Batch } from './batch';
import { EfiCatalogueRun } from './catalogue-run.entity';
import { ImportFiles } from './import-files';
import { type FileReading, readProducts } from './read-products';
import { FileError } from './read-rows';
import { recordEnd, takeUp } from './record-progress';
import { WriteBatch } from './write-batch';
import type { Destination } from './writing/destination';

const GAVE_UP =
    'The shop could not go on, and its log says why. What was imported stays: import the file again.';

/** Imports files, batch by batch, each in a transaction that also says how far the import is. */
@Injectable()
export class RunImport {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly config: ConfigService,
        private readonly contexts: RequestContextService,
        private readonly channels: ChannelService,
        private readonly locations: StockLocationService,
        private readonly collections: CollectionService,
        private readonly search: SearchService,
        private readonly files: ImportFiles,
        private readonly batches: WriteBatch,
        @Inject(CATALOGUE_IO_OPTIONS) private readonly options: CatalogueIoOptions,
    ) {}

    /**
     * Imports a file from where it was left. Does nothing for one that is done with.
     *
     * @param report - Called after each batch with the part that is done, from 0 to 100.
     * @param isLastTry - Whether nobody takes it up again if this fails.
     */
    async run(runId: number, report: (percent: number) => void, isLastTry = false): Promise<void> {
        const { manager } = this.connection.rawConnection;
        const run = await takeUp(manager, runId);
        if (!run) {
            return;
        }
        try {
            await this.carryOut(run, report);
        } catch (error) {
            if (isLastTry) {
                await recordEnd(manager, run, 'FAILED', GAVE_UP);
            }
            throw error;
        }
    }

    private async carryOut(run: EfiCatalogueRun, report: (percent: number) => void): Promise<void> {
        const { manager } = this.connection.rawConnection;
        const ctx = await this.contexts.create({
            apiType: 'admin',
            channelOrToken: await this.channelOf(run),
        });
        let isRead = false;
        let wrong: string | undefined;
        try {
            isRead = await this.importFile(ctx, run, report);
        } catch (error) {
            if (!(error instanceof FileError)) {
                throw error;
            }
            wrong = error.message;
        }
        const now = await manager.findOneByOrFail(EfiCatalogueRun, { id: run.id });
        if (now.attempt !== run.attempt) {
            return;
        }
        if (!run.dryRun && now.created + now.updated > 0) {
            await this.bringUpToDate(ctx);
        }
        if (!isRead && wrong === undefined && now.state === 'RUNNING') {
            throw new Error(`Import ${run.id} was not read to its end.`);
        }
        await recordEnd(manager, run, wrong === undefined ? 'COMPLETED' : 'FAILED', wrong);
    }

    private async channelOf({ id, channelId }: EfiCatalogueRun): Promise<Channel> {
        const channel = await this.connection.rawConnection.manager.findOne(Channel, {
            where: { id: channelId },
            relations: { defaultTaxZone: true, defaultShippingZone: true },
        });
        if (!channel) {
            throw new Error(`The channel of import ${id} is gone.`);
        }
        return channel;
    }

    /** @returns whether it came to the end of the file: not when the import was cancelled, or goes on somewhere else. */
    private async importFile(
        ctx: RequestContext,
        run: EfiCatalogueRun,
        report: (percent: number) => void,
    ): Promise<boolean> {
        const destination = await this.destination(ctx, run);
        let bytesRead = 0;
        const content = counting(this.files.read(run.id), bytes => (bytesRead += bytes));
        let done = run.position;
        let position = 0;
        let batch = new Batch();
        const commit = async (): Promise<boolean> => {
            const before = { ...run, position: done };
            const goesOn = await this.batches.write(ctx, before, destination, batch, { position, bytesRead });
            done = position;
            batch = new Batch();
            report(Math.min(99, Math.floor((bytesRead / run.bytes) * 100)));
            return goesOn;
        };
        for await (const read of readProducts(content, this.reading(ctx, run, destination))) {
            if (position >= run.position) {
                if (!batch.fits(read) && !(await commit())) {
                    return false;
                }
                batch.add(read);
            }
            position++;
        }
        return commit();
    }

    private reading(ctx: RequestContext, run: EfiCatalogueRun, destination: Destination): FileReading {
        const { channel } = ctx;
        return {
            format: run.format,
            market: {
                mainLanguage: destination.mainLanguage,
                languages: [channel.defaultLanguageCode, ...channel.availableLanguageCodes],
                currencies: channel.availableCurrencyCodes,
            },
            precision: this.config.entityOptions.moneyStrategy.precision ?? 2,
            slugOf: destination.slugOf,
        };
    }

    private async destination(ctx: RequestContext, run: EfiCatalogueRun): Promise<Destination> {
        const defaultChannel = await this.channels.getDefaultChannel();
        const stockLocation = await this.locations.defaultStockLocation(ctx);
        const categories = await this.connection.rawConnection
            .getRepository(TaxCategory)
            .find({ order: { isDefault: 'DESC', id: 'ASC' }, loadEagerRelations: false });
        const [category] = categories;
        if (!category) {
            throw new Error('There is no tax category: the shop needs one before products can be imported.');
        }
        return {
            channelId: Number(ctx.channelId),
            currencyCode: ctx.channel.defaultCurrencyCode,
            defaultChannel: {
                id: Number(defaultChannel.id),
                currencyCode: defaultChannel.defaultCurrencyCode,
            },
            mainLanguage: run.languageCode,
            stockLocationId: Number(stockLocation.id),
            taxCategories: categories.map(({ id, name }) => ({ id: Number(id), name })),
            defaultTaxCategoryId: Number(category.id),
            slugOf: name => normalizeString(name, '-'),
        };
    }

    /** Collections go by facets; a search that does not hear of what was written reads everything. */
    private async bringUpToDate(ctx: RequestContext): Promise<void> {
        await this.collections.triggerApplyFiltersJob(ctx);
        if (this.options.reindexAfterImport) {
            await this.search.reindex(ctx);
        }
    }
}

async function* counting(
    content: AsyncIterable<Buffer>,
    count: (bytes: number) => void,
): AsyncGenerator<Buffer> {
    for await (const piece of content) {
        count(piece.length);
        yield piece;
    }
}
