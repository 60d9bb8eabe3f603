import { ChangeFeed } from '@efi/plugin-kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Logger, ProcessContext, TransactionalConnection } from '@vendure/core';
import { EVERYTHING, storefrontTagsOf } from '../../domain/storefront-tags';
import { type ResolvedShopCacheOptions, SHOP_CACHE_OPTIONS } from '../../shop-cache.options';
import { feedOptions } from '../feed-options';
import { loggerContext } from '../logger-context';
import { RevalidationQueue } from './revalidation.queue';

/** So long is gathered, in milliseconds: no server gives out what was before a change once this is over. */
const GATHER = 1_000;
/** Of more, everything has changed. */
const MOST_TAGS = 200;

/**
 * Hears of changes in each worker and passes them on to the storefronts. With several workers they are told several
 * times, which does no harm. What happens while none listens is made good at the next start: then everything has changed.
 */
@Injectable()
export class ChangeTeller implements OnApplicationBootstrap, OnModuleDestroy {
    private feed?: ChangeFeed;
    private timer?: NodeJS.Timeout;
    private tags = new Set<string>();

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly processContext: ProcessContext,
        private readonly queue: RevalidationQueue,
        @Inject(SHOP_CACHE_OPTIONS) private readonly options: ResolvedShopCacheOptions,
    ) {}

    onApplicationBootstrap(): void {
        if (!this.options.revalidation || !this.processContext.isWorker) {
            return;
        }
        this.feed = new ChangeFeed(feedOptions(this.connection.rawConnection, this.options), {
            connected: () => Promise.resolve(this.gather([EVERYTHING])),
            lost: () => undefined,
            changed: message => this.gather(storefrontTagsOf(message)),
        });
        this.feed.start();
    }

    async onModuleDestroy(): Promise<void> {
        clearTimeout(this.timer);
        await this.feed?.stop();
    }

    private gather(tags: readonly string[]): void {
        tags.forEach(tag => this.tags.add(tag));
        if (this.tags.size > 0) {
            this.timer ??= setTimeout(() => void this.tell(), GATHER);
        }
    }

    private async tell(): Promise<void> {
        const gathered = [...this.tags];
        this.timer = undefined;
        this.tags = new Set();
        try {
            await this.queue.add(gathered.length > MOST_TAGS ? [EVERYTHING] : gathered);
        } catch (error) {
            Logger.warn(`Storefronts will be told later: ${String(error)}`, loggerContext);
            this.gather(gathered);
        }
    }
}
