import { announceShopChange, ChangeFeed, listenConfig, shopAnswers } from '@efi/plugin-kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ProcessContext, TransactionalConnection } from '@vendure/core';
import type { EntityManager, EntitySubscriberInterface, QueryRunner } from 'typeorm';
import { type ResolvedSearchOptions, SEARCH_OPTIONS } from '../../search.options';
import { type MarketRules, readMarketRules, readStems } from './market-rules';

/** Where changes are told to other processes, as PostgreSQL notifications. */
const CHANNEL = 'efi_search_rules';

const TABLES = ['efi_search_synonym', 'efi_search_arrangement', 'efi_search_setting'] as const;

/** Whatever a search answers, it reads this table: so it is told when rules change that are in nobody's statement. */
const READ_BY_ALL = 'efi_search_text';

const MOST_STEMS = 5_000;

/**
 * Remembers what staff have said of searches, so that a search need not ask. It is forgotten when a transaction that
 * changes any of it commits: in this process before the change is answered, and in others when the database tells.
 * While this can't be heard, the database is asked each time.
 */
@Injectable()
export class RuleMemory implements OnApplicationBootstrap, OnModuleDestroy {
    private feed?: ChangeFeed;
    private readonly markets = new Map<string, Promise<MarketRules>>();
    private readonly stems = new Map<string, Promise<Map<string, string>>>();
    private readonly changing = new WeakSet<QueryRunner>();

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly processContext: ProcessContext,
        @Inject(SEARCH_OPTIONS) private readonly options: ResolvedSearchOptions,
    ) {
        const { rawConnection } = connection;
        shopAnswers(rawConnection).addAnnouncedTables(TABLES);
        const commits: EntitySubscriberInterface = {
            afterTransactionCommit: ({ queryRunner }) => {
                // The end of a part of a transaction is told, too.
                if (!queryRunner.isTransactionActive && this.changing.delete(queryRunner)) {
                    this.forget();
                }
            },
        };
        rawConnection.subscribers.push(commits);
    }

    onApplicationBootstrap(): void {
        if (!this.processContext.isServer) {
            return;
        }
        const forget = (): void => this.forget();
        this.feed = new ChangeFeed(
            {
                config: listenConfig(this.connection.rawConnection, this.options.listenUrl),
                channel: CHANNEL,
                applicationName: 'efi-search',
            },
            { connected: () => Promise.resolve(forget()), lost: forget, changed: forget },
        );
        this.feed.start();
    }

    async onModuleDestroy(): Promise<void> {
        await this.feed?.stop();
    }

    of(channelId: number, languageCode: string): Promise<MarketRules> {
        const ask = () => readMarketRules(this.connection.rawConnection, channelId, languageCode);
        if (!this.feed?.isCurrent()) {
            return ask();
        }
        const key = `${channelId} ${languageCode}`;
        const known = this.markets.get(key);
        if (known) {
            return known;
        }
        const asked = ask();
        this.markets.set(key, asked);
        asked.catch(() => this.markets.get(key) === asked && this.markets.delete(key));
        return asked;
    }

    /** What words are reduced to in a language, both without accents: no rule changes it. Those not met before are one question. */
    async stemsOf(words: readonly string[], languageCode: string): Promise<ReadonlyMap<string, string>> {
        if (this.stems.size > MOST_STEMS) {
            this.stems.clear();
        }
        const keyOf = (word: string): string => `${languageCode} ${word}`;
        const unknown = words.filter(word => !this.stems.has(keyOf(word)));
        if (unknown.length > 0) {
            const asked = readStems(this.connection.rawConnection, languageCode, unknown);
            const keys = unknown.map(keyOf);
            keys.forEach(key => this.stems.set(key, asked));
            asked.catch(() => keys.forEach(key => this.stems.get(key) === asked && this.stems.delete(key)));
        }
        const found = await Promise.all(words.flatMap(word => this.stems.get(keyOf(word)) ?? []));
        return new Map(found.flatMap(stems => [...stems]));
    }

    /**
     * To be called by whoever changes rules, in the transaction that does.
     *
     * @param table - Of the rules.
     */
    async changes(manager: EntityManager, table: (typeof TABLES)[number]): Promise<void> {
        if (manager.queryRunner) {
            this.changing.add(manager.queryRunner);
        }
        await announceShopChange(manager, { table });
        await announceShopChange(manager, { table: READ_BY_ALL });
        await manager.query(`SELECT pg_notify('${CHANNEL}', 'changed')`);
    }

    /** Answers that were made by what was remembered are forgotten with it. */
    private forget(): void {
        this.markets.clear();
        shopAnswers(this.connection.rawConnection).forget({ table: READ_BY_ALL });
    }
}
