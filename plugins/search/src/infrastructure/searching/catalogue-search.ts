import { queryPrepared } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import {
    ConfigService,
    EventBus,
    type RequestContext,
    SearchEvent,
    TransactionalConnection,
} from '@vendure/core';
import { readTerm } from '../../domain/search-term';
import { textConfiguration } from '../../domain/text-configuration';
import { type ResolvedSearchOptions, SEARCH_OPTIONS } from '../../search.options';
import { EfiSearchItem } from '../entities/search-item.entity';
import { type FoundItem, type ItemRow, shownItem } from './found-item';
import { type ExtendedSearchInput, readFilters, readPage } from './search-query';
import { type SearchPlan, searchStatement, type Wanted } from './search-statement';

/** What a search found. Counts are by id; parts that were not asked for are not there. */
export interface SearchAnswer {
    readonly items: readonly FoundItem[];
    readonly totalItems: number;
    readonly facetValueCounts?: ReadonlyMap<string, number>;
    readonly collectionCounts?: ReadonlyMap<string, number>;
    readonly prices?: SearchPrices;
}

interface PriceBucket {
    readonly to: number;
    readonly count: number;
}

/** In minor units. */
export interface SearchPrices {
    readonly range: { readonly min: number; readonly max: number };
    readonly rangeWithTax: { readonly min: number; readonly max: number };
    readonly buckets: readonly PriceBucket[];
    readonly bucketsWithTax: readonly PriceBucket[];
}

interface AnswerRow {
    readonly total: number;
    readonly items?: readonly ItemRow[];
    readonly facetValues?: Readonly<Record<string, number>>;
    readonly collections?: Readonly<Record<string, number>>;
    readonly prices?: SearchPrices;
}

@Injectable()
export class CatalogueSearch {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly events: EventBus,
        private readonly config: ConfigService,
        @Inject(SEARCH_OPTIONS) private readonly options: ResolvedSearchOptions,
    ) {}

    /**
     * @param enabledOnly - Whether disabled products and variants stay out of sight.
     * @throws UserInputError for a page or filter that makes no sense.
     */
    async search(
        ctx: RequestContext,
        input: ExtendedSearchInput,
        enabledOnly: boolean,
        wanted: Wanted,
    ): Promise<SearchAnswer> {
        const plan = this.planOf(ctx, input, enabledOnly, wanted);
        const answer = await this.ask(ctx, plan);
        // What no field says by itself may be said by several.
        const found =
            answer.total === 0 && plan.term && plan.term.words.length > 1
                ? await this.ask(ctx, { ...plan, inOneField: false })
                : answer;
        await this.events.publish(new SearchEvent(ctx, input));
        return {
            items: (found.items ?? []).map(row => shownItem(row, plan.grouped)),
            totalItems: found.total,
            facetValueCounts: found.facetValues && new Map(Object.entries(found.facetValues)),
            collectionCounts: found.collections && new Map(Object.entries(found.collections)),
            prices: found.prices,
        };
    }

    private planOf(
        ctx: RequestContext,
        input: ExtendedSearchInput,
        enabledOnly: boolean,
        wanted: Wanted,
    ): SearchPlan {
        const { shopListQueryLimit, adminListQueryLimit } = this.config.apiOptions;
        const { defaultLanguageCode } = this.config;
        const languageCode = spokenLanguage(ctx);
        return {
            scope: {
                channelId: Number(ctx.channelId),
                currencyCode: ctx.currencyCode,
                languageCode,
                defaultLanguage: defaultLanguageCode,
                configurations: [...new Set([languageCode, defaultLanguageCode].map(textConfiguration))],
                enabledOnly,
            },
            filters: readFilters(input),
            term: readTerm(input.term),
            inOneField: true,
            grouped: input.groupByProduct === true,
            sort: { name: input.sort?.name ?? undefined, price: input.sort?.price ?? undefined },
            ...readPage(input, ctx.apiType === 'shop' ? shopListQueryLimit : adminListQueryLimit),
            wanted,
            weights: this.options.weights,
            priceInterval: this.options.priceInterval,
        };
    }

    private async ask(ctx: RequestContext, plan: SearchPlan): Promise<AnswerRow> {
        const { text, values, isUsual } = searchStatement(plan);
        const { manager } = this.connection.getRepository(ctx, EfiSearchItem);
        const rows = isUsual
            ? await queryPrepared<{ answer: AnswerRow }>(manager, text, values)
            : await manager.query<Array<{ answer: AnswerRow }>>(text, values);
        // An aggregate always has its one row.
        return rows[0]!.answer;
    }
}

/** The language whose words are searched: where the channel does not speak a language, its own stands in. */
function spokenLanguage({ languageCode, channel }: RequestContext): string {
    return channel.availableLanguageCodes.includes(languageCode) ? languageCode : channel.defaultLanguageCode;
}
