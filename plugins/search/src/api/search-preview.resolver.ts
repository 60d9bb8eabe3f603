import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    type ID,
    type LanguageCode,
    Permission,
    RequestContext,
    UserInputError,
} from '@vendure/core';
import type { GraphQLResolveInfo } from 'graphql';
import { plainWord } from '../domain/spelling';
import { CatalogueSearch, type SearchAnswer } from '../infrastructure/searching/catalogue-search';
import type { FoundItem } from '../infrastructure/searching/found-item';
import { listedParts } from './wanted-parts';

interface PreviewInput {
    readonly languageCode: LanguageCode;
    readonly term: string;
    readonly pinnedIds?: readonly ID[] | null;
    readonly hiddenIds?: readonly ID[] | null;
    readonly take: number;
}

/** `EfiSearchPreview` of the Admin API. */
interface Preview {
    readonly totalItems: number;
    readonly items: readonly FoundItem[];
    readonly correctedTerm?: string;
    readonly pinnedIds: readonly number[];
    readonly synonyms: readonly string[];
}

const MOST = 50;

/** Shows staff what shoppers find. */
@Resolver()
export class SearchPreviewResolver {
    constructor(private readonly catalogue: CatalogueSearch) {}

    @Query()
    @Allow(Permission.ReadCatalog, Permission.ReadProduct)
    async efiSearchPreview(
        @Ctx() ctx: RequestContext,
        @Args('input') { languageCode, term, pinnedIds, hiddenIds, take }: PreviewInput,
        @Info() info: GraphQLResolveInfo,
    ): Promise<Preview> {
        if (take < 1 || take > MOST) {
            throw new UserInputError(`take must be from 1 to ${MOST}, not ${take}.`);
        }
        const draft =
            pinnedIds && hiddenIds
                ? { pinnedIds: pinnedIds.map(Number), hiddenIds: hiddenIds.map(Number) }
                : undefined;
        const answer = await this.catalogue.find(
            asGuest(ctx, languageCode),
            { term, groupByProduct: true, take },
            true,
            {
                total: true,
                items: listedParts(info, 'items'),
                facetValues: false,
                collections: false,
                priceRanges: false,
                priceBuckets: false,
            },
            draft,
        );
        const { totalItems, items, correctedTerm } = answer;
        const shown = new Set(items.map(({ productId }) => productId));
        return {
            totalItems,
            items,
            correctedTerm,
            pinnedIds: answer.pinnedIds.filter(id => shown.has(id)),
            synonyms: synonymsIn(answer),
        };
    }
}

function asGuest({ channel }: RequestContext, languageCode: LanguageCode): RequestContext {
    return new RequestContext({
        apiType: 'shop',
        channel,
        languageCode,
        currencyCode: channel.defaultCurrencyCode,
        isAuthorized: true,
        authorizedAsOwnerOnly: false,
    });
}

/** The first of the alternatives is what was typed. */
function synonymsIn({ alternatives = [] }: SearchAnswer): string[] {
    const all = alternatives.flatMap(part => part.slice(1).map(words => words.join(' ')));
    return all.filter(
        (term, index) => all.findIndex(other => plainWord(other) === plainWord(term)) === index,
    );
}
