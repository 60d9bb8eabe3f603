import { amongFirst, queryPrepared, shopAnswers } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import {
    ConfigService,
    EventBus,
    type RequestContext,
    SearchEvent,
    TransactionalConnection,
} from '@vendure/core';
import type { Arrangement } from '../../domain/check-arrangement';
import type { Alternatives } from '../../domain/search-term';
import { textConfiguration } from '../../domain/text-configuration';
import { type ResolvedSearchOptions, SEARCH_OPTIONS } from '../../search.options';
import { EfiSearchItem } from '../entities/search-item.entity';
import { type Said, TermRules } from '../rules/term-rules';
import type { FacetValueRow } from './facet-value-rows';
import { type FoundItem, type ItemRow, shownItem } from './found-item';
import { readParts, TOLD_IN_PARTS } from './read-parts';
import { type ExtendedSearchInput, readFilters, readPage } from './search-query';
import { SpellingHelp } from './spelling-help';
import type { SearchPlan, Wanted } from './search-plan';
import { searchStatement } from './search-statement';

/** What a search found. Counts are by id; parts that were not asked for are not there. */
export interface SearchAnswer {
    readonly items: readonly FoundItem[];
    readonly totalItems: number;
    /** What was searched for in place of a term that is spelt wrong. */
    readonly correctedTerm?: string;
    /** What stands first because it was pinned. */
    readonly pinnedIds: readonly number[];
    /** What was searched for, where that is more than the words of the term. */
    readonly alternatives?: readonly Alternatives[];
    readonly facetValueCounts?: ReadonlyMap<string, number>;
    readonly facetValueRows?: readonly FacetValueRow[];
    readonly collectionCounts?: ReadonlyMap<string, number>;
    readonly prices: SearchPrices;
}

interface PriceBucket {
    readonly to: number;
    readonly count: number;
}

/** In minor units. Ranges and buckets are there when they were asked for. */
interface SearchPrices {
    readonly range?: { readonly min: number; readonly max: number };
    readonly rangeWithTax?: { readonly min: number; readonly max: number };
    readonly buckets?: readonly PriceBucket[];
    readonly bucketsWithTax?: readonly PriceBucket[];
}

interface AnswerRow {
    readonly total: number;
    /** Whether the best are right, where these alone were looked for. */
    readonly isSure?: boolean;
    /** How many of these are not pinned, where any are. */
    readonly unpinned?: number;
    readonly items?: readonly ItemRow[];
    readonly facetValues?: Readonly<Record<string, number>>;
    readonly facetValueRows?: readonly FacetValueRow[];
    readonly collections?: Readonly<Record<string, number>>;
    readonly prices?: SearchPrices;
    /** Ids of collections that were asked for by slug. */
    readonly slugged?: readonly number[];
}

/**
 * Shoppers choose what a statement looks like by what they ask for, in thousands of ways: so many are prepared, the first
 * usual ones that are met. A storefront has some dozens.
 */
const PREPARED_SEARCHES = 64;

@Injectable()
export class CatalogueSearch {
    private readonly isPrepared = amongFirst(PREPARED_SEARCHES);

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly events: EventBus,
        private readonly config: ConfigService,
        private readonly spelling: SpellingHelp,
        private readonly rules: TermRules,
        @Inject(SEARCH_OPTIONS) private readonly options: ResolvedSearchOptions,
    ) {}

    /**
     * As `find`, for somebody who has asked for it: tells the event bus.
     *
     * @param enabledOnly - Whether disabled products and variants stay out of sight.
     * @throws UserInputError for a page or filter that makes no sense.
     */
    async search(
        ctx: RequestContext,
        input: ExtendedSearchInput,
        enabledOnly: boolean,
        wanted: Wanted,
    ): Promise<SearchAnswer> {
        const answer = await this.find(ctx, input, enabledOnly, wanted);
        await this.events.publish(new SearchEvent(ctx, input));
        return answer;
    }

    /**
     * @param draft - In place of what the term's arrangement is: to see what would be found.
     */
    async find(
        ctx: RequestContext,
        input: ExtendedSearchInput,
        enabledOnly: boolean,
        wanted: Wanted,
        draft?: Arrangement,
    ): Promise<SearchAnswer> {
        const { plan, said } = await this.planOf(ctx, input, enabledOnly, wanted, draft);
        const { row, correctedTerm, meant } = await this.askLeniently(ctx, plan, said);
        return {
            items: (row.items ?? []).map(item => shownItem(item, plan.grouped)),
            totalItems: row.total,
            correctedTerm,
            pinnedIds: meant.arrangement?.pinnedIds ?? [],
            alternatives: meant.alternatives,
            facetValueCounts: row.facetValues && new Map(Object.entries(row.facetValues)),
            facetValueRows: row.facetValueRows,
            collectionCounts: row.collections && new Map(Object.entries(row.collections)),
            prices: row.prices ?? {},
        };
    }

    /** Where nothing is found, what several fields say together, and then what was probably meant. */
    private async askLeniently(
        ctx: RequestContext,
        plan: SearchPlan,
        said: Said,
    ): Promise<{ row: AnswerRow; correctedTerm?: string; meant: Said }> {
        const row = await this.askForWords(ctx, plan);
        if (row.total > 0 || !plan.term || plan.term.words.length === 0) {
            return { row, meant: said };
        }
        const words = await this.spelling.correct(
            ctx,
            plan.term.words,
            plan.scope.languageCode,
            said.vocabulary,
        );
        const meant = words && (await said.again(words));
        const corrected = meant && (await this.askForWords(ctx, { ...plan, ...wordsAndArrangement(meant) }));
        return words && corrected && corrected.total > 0
            ? { row: corrected, correctedTerm: words.join(' '), meant }
            : { row, meant: said };
    }

    private async askForWords(ctx: RequestContext, plan: SearchPlan): Promise<AnswerRow> {
        const row = await this.ask(ctx, plan);
        const isApart = (row.unpinned ?? row.total) === 0 && plan.term?.inOneField !== plan.term?.anywhere;
        return isApart ? this.ask(ctx, { ...plan, inOneField: false }) : row;
    }

    private async planOf(
        ctx: RequestContext,
        input: ExtendedSearchInput,
        enabledOnly: boolean,
        wanted: Wanted,
        draft?: Arrangement,
    ): Promise<{ plan: SearchPlan; said: Said }> {
        const { shopListQueryLimit, adminListQueryLimit } = this.config.apiOptions;
        const { defaultLanguageCode } = this.config;
        const languageCode = spokenLanguage(ctx);
        const channelId = Number(ctx.channelId);
        const page = readPage(input, ctx.apiType === 'shop' ? shopListQueryLimit : adminListQueryLimit);
        const filters = readFilters(input);
        const said = await this.rules.of({ channelId, languageCode, term: input.term, enabledOnly, draft });
        const plan: SearchPlan = {
            scope: {
                channelId,
                currencyCode: ctx.currencyCode,
                languageCode,
                defaultLanguage: defaultLanguageCode,
                configurations: [...new Set([languageCode, defaultLanguageCode].map(textConfiguration))],
                enabledOnly,
            },
            filters,
            ...wordsAndArrangement(said),
            inOneField: true,
            inStockFirst: said.inStockFirst,
            grouped: input.groupByProduct === true,
            sort: { name: input.sort?.name ?? undefined, price: input.sort?.price ?? undefined },
            ...page,
            wanted,
            weights: this.options.weights,
            priceInterval: this.options.priceInterval,
        };
        return { plan, said };
    }

    private async ask(ctx: RequestContext, plan: SearchPlan): Promise<AnswerRow> {
        const row = await this.askOnce(ctx, plan);
        return row.isSure === false
            ? this.askOnce(ctx, { ...plan, wanted: { ...plan.wanted, total: true } })
            : row;
    }

    private askOnce(ctx: RequestContext, plan: SearchPlan): Promise<AnswerRow> {
        const { text, values, isUsual } = searchStatement(plan);
        const { manager } = this.connection.getRepository(ctx, EfiSearchItem);
        const read = async (): Promise<AnswerRow> => {
            const rows =
                isUsual && this.isPrepared(text)
                    ? await queryPrepared<{ answer: AnswerRow }>(manager, text, values)
                    : await manager.query<Array<{ answer: AnswerRow }>>(text, values);
            // An aggregate always has its one row.
            return rows[0]!.answer;
        };
        const answers = shopAnswers(this.connection.rawConnection);
        return answers.readParts(TOLD_IN_PARTS, read, row => readParts(plan, row));
    }
}

function wordsAndArrangement({ term, arrangement }: Said): Pick<SearchPlan, 'term' | 'arrangement'> {
    return { term, arrangement };
}

/** The language whose words are searched: where the channel does not speak a language, its own stands in. */
function spokenLanguage({ languageCode, channel }: RequestContext): string {
    return channel.availableLanguageCodes.includes(languageCode) ? languageCode : channel.defaultLanguageCode;
}
