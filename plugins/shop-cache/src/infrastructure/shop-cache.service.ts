import { ChangeFeed, shopAnswers } from '@efi/plugin-kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ConfigService, Logger, ProcessContext, TransactionalConnection } from '@vendure/core';
import cors from 'cors';
import type { RequestListener, Server } from 'node:http';
import type { Client } from 'pg';
import { AnswerCache } from '../application/answer-cache';
import { PersistedQueries } from '../application/persisted-queries';
import { ShopDocuments } from '../application/shop-document';
import { tableOfChange, tagsOfChange } from '../domain/dependencies';
import { ambientTables } from '../domain/watched-tables';
import { type ResolvedShopCacheOptions, SHOP_CACHE_OPTIONS } from '../shop-cache.options';
import { AnswerMaker } from './answer-maker';
import { CacheCounters } from './cache-counters';
import { CHANGE_TRIGGER } from './create-change-triggers.migration';
import { feedOptions } from './feed-options';
import { Front, type FrontParts } from './http/front';
import { ShopCacheHandler, type ShopCacheParts } from './http/shop-cache-handler';
import { applications } from './http/shop-cache.middleware';
import { loggerContext } from './logger-context';
import { ReadRecorder } from './read-recorder';
import { reservationExpiry } from './reservation-expiry';
import { SessionAudience } from './session-audience';
import { currentShopSchema, documentRules } from './shop-schema';

const AMBIENT = new Set(ambientTables.map(({ table }) => table));
const GROUPS = new Set(['customer_groups_customer_group']);

const TABLES = `
    SELECT c.relname AS name,
           EXISTS (SELECT FROM pg_trigger t
                    WHERE t.tgrelid = c.oid AND t.tgname = $1 AND t.tgenabled <> 'D') AS watched
      FROM pg_class c
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relnamespace = current_schema()::regnamespace`;

/** Puts the parts together, once the server is about to listen. Workers answer nobody and need none of it. */
@Injectable()
export class ShopCacheService implements OnApplicationBootstrap, OnModuleDestroy {
    private feed?: ChangeFeed;
    private leave?: () => void;
    private stepBack?: () => void;

    constructor(
        private readonly config: ConfigService,
        private readonly connection: TransactionalConnection,
        private readonly processContext: ProcessContext,
        private readonly adapter: HttpAdapterHost,
        @Inject(SHOP_CACHE_OPTIONS) private readonly options: ResolvedShopCacheOptions,
    ) {}

    onApplicationBootstrap(): void {
        const schema = currentShopSchema();
        if (!this.options.enabled || !this.processContext.isServer || !schema) {
            return;
        }
        const dataSource = this.connection.rawConnection;
        if ('replication' in dataSource.options && dataSource.options.replication) {
            Logger.warn('Replicas lag behind what is told of changes, so nothing is cached.', loggerContext);
            return;
        }
        const meeting = shopAnswers(dataSource);
        meeting.addSchedule(reservationExpiry(dataSource));

        const cache = new AnswerCache({ maxBytes: this.options.maxBytes, now: () => performance.now() });
        const audience = new SessionAudience(dataSource, this.options.sessions);
        const recorder = new ReadRecorder();
        const counters = new CacheCounters();
        const changed = (message: string): void => {
            const table = tableOfChange(message);
            if (AMBIENT.has(table)) {
                cache.clear(this.memoryOfVendure());
            } else {
                counters.drop(cache.invalidate(tagsOfChange(message)));
            }
            if (GROUPS.has(table)) {
                audience.forget();
            }
        };
        const forgetAll = (): void => {
            cache.clear();
            audience.forget();
        };
        let isHearing = false;
        const feed = new ChangeFeed(feedOptions(dataSource, this.options), {
            changed,
            lost: error => {
                if (isHearing) {
                    Logger.warn(
                        `No word of changes, so nothing is served from the cache: ${String(error)}`,
                        loggerContext,
                    );
                }
                isHearing = false;
                forgetAll();
                counters.feedLost();
            },
            connected: async client => {
                isHearing = true;
                const tables = await readTables(client);
                recorder.setKnownTables(tables.known);
                maker.setWatchedTables(tables.watched);
                // What Vendure remembers may be from before, and of its changes since then nothing was heard.
                cache.clear(this.memoryOfVendure());
                audience.forget();
                if (tables.watched.size === 0) {
                    Logger.warn('Its migrations have not been run, so nothing is cached.', loggerContext);
                }
            },
        });
        const maker = new AnswerMaker(cache, feed, meeting, this.options.maxAgeSeconds * 1_000);
        recorder.attach(dataSource, () => feed.committed());
        meeting.recordPartsWith(recorder);
        this.leave = meeting.onForget(({ table, productIds }) =>
            (productIds?.map(id => `${table}@${id}`) ?? [table]).forEach(changed),
        );
        this.feed = feed;
        this.serve({
            config: this.config,
            options: this.options,
            cache,
            feed,
            maker,
            recorder,
            audience,
            counters,
            persisted: new PersistedQueries(),
            front: this.front({ cache, feed, counters }),
            documents: new ShopDocuments(schema, documentRules(this.config, this.options)),
            allowOrigin: this.allowOrigin(),
        });
        feed.start();
    }

    async onModuleDestroy(): Promise<void> {
        this.leave?.();
        this.stepBack?.();
        await this.feed?.stop();
    }

    private serve(parts: ShopCacheParts): void {
        applications.set(this.adapter.httpAdapter.getInstance<object>(), new ShopCacheHandler(parts));
    }

    private front(parts: Pick<FrontParts, 'cache' | 'feed' | 'counters'>): Front | undefined {
        const { apiOptions, authOptions } = this.config;
        if (!this.options.front) {
            return undefined;
        }
        const front = new Front(
            {
                ...parts,
                path: `/${apiOptions.shopApiPath}`,
                sessionHeaders: ['cookie', 'authorization', authOptions.apiKeyHeaderKey.toLowerCase()],
            },
            this.options.front,
        );
        const server = this.adapter.httpAdapter.getHttpServer() as Server;
        this.stepBack = front.standBefore(server, this.adapter.httpAdapter.getInstance<RequestListener>());
        return front;
    }

    private allowOrigin(): ShopCacheParts['allowOrigin'] {
        const { cors: policy } = this.config.apiOptions;
        return policy ? cors(policy === true ? {} : policy) : (_request, _response, next) => next();
    }

    /** How long Vendure may go by what it remembers of channels, zones and taxes, in milliseconds. */
    private memoryOfVendure(): number {
        const { channelCacheTtl, zoneCacheTtl, taxRateCacheTtl } = this.config.entityOptions;
        // What is derived from a remembered value is remembered once more for as long.
        return 2 * Math.max(channelCacheTtl, zoneCacheTtl, taxRateCacheTtl) + 250;
    }
}

async function readTables(client: Client): Promise<{ known: Set<string>; watched: Set<string> }> {
    const { rows } = await client.query<{ name: string; watched: boolean }>(TABLES, [CHANGE_TRIGGER]);
    return {
        known: new Set(rows.map(({ name }) => name)),
        watched: new Set(rows.filter(({ watched }) => watched).map(({ name }) => name)),
    };
}
