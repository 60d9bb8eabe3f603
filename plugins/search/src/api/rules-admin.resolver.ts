import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    type ID,
    type LanguageCode,
    Permission,
    RequestContext,
    Transaction,
    UserInputError,
} from '@vendure/core';
import type { EfiSearchArrangement } from '../infrastructure/entities/search-arrangement.entity';
import type { EfiSearchSynonym } from '../infrastructure/entities/search-synonym.entity';
import { ArrangementBook } from '../infrastructure/rules/arrangement-book';
import { SearchSettings, type SearchSettingsOfChannel } from '../infrastructure/rules/search-settings';
import { SynonymBook, type SynonymDraft } from '../infrastructure/rules/synonym-book';
import { type EfiSearchRuleInvalidError, savedOrError } from './rule-errors';

interface ArrangementInput {
    readonly languageCode: LanguageCode;
    readonly term: string;
    readonly pinnedIds: readonly ID[];
    readonly hiddenIds: readonly ID[];
}

type SavedSynonym = Promise<EfiSearchSynonym | EfiSearchRuleInvalidError>;
type SavedArrangement = Promise<EfiSearchArrangement | EfiSearchRuleInvalidError>;

/** What staff say of searches in the active channel. */
@Resolver()
export class RulesAdminResolver {
    constructor(
        private readonly synonyms: SynonymBook,
        private readonly arrangements: ArrangementBook,
        private readonly settings: SearchSettings,
    ) {}

    @Query()
    @Allow(Permission.ReadCatalog, Permission.ReadProduct)
    efiSearchSynonyms(
        @Ctx() ctx: RequestContext,
        @Args('languageCode') languageCode: LanguageCode,
    ): Promise<EfiSearchSynonym[]> {
        return this.synonyms.all(ctx, languageCode);
    }

    @Query()
    @Allow(Permission.ReadCatalog, Permission.ReadProduct)
    efiSearchArrangements(
        @Ctx() ctx: RequestContext,
        @Args('languageCode') languageCode: LanguageCode,
    ): Promise<EfiSearchArrangement[]> {
        return this.arrangements.all(ctx, languageCode);
    }

    @Query()
    @Allow(Permission.ReadCatalog, Permission.ReadProduct)
    efiSearchArrangement(
        @Ctx() ctx: RequestContext,
        @Args('id') id: ID,
    ): Promise<EfiSearchArrangement | null> {
        return this.arrangements.find(ctx, id);
    }

    @Query()
    @Allow(Permission.ReadCatalog, Permission.ReadProduct)
    efiSearchSettings(@Ctx() ctx: RequestContext): Promise<SearchSettingsOfChannel> {
        return this.settings.ofChannel(ctx);
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateCatalog, Permission.UpdateProduct)
    async createEfiSearchSynonym(
        @Ctx() ctx: RequestContext,
        @Args('input') input: SynonymDraft,
    ): SavedSynonym {
        return savedOrError(await this.synonyms.save(ctx, input));
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateCatalog, Permission.UpdateProduct)
    async updateEfiSearchSynonym(
        @Ctx() ctx: RequestContext,
        @Args('id') id: ID,
        @Args('input') input: SynonymDraft,
    ): SavedSynonym {
        return savedOrError(await this.synonyms.save(ctx, input, await this.synonym(ctx, id)));
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateCatalog, Permission.UpdateProduct)
    async deleteEfiSearchSynonym(@Ctx() ctx: RequestContext, @Args('id') id: ID): Promise<boolean> {
        await this.synonyms.delete(ctx, await this.synonym(ctx, id));
        return true;
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateCatalog, Permission.UpdateProduct)
    async createEfiSearchArrangement(
        @Ctx() ctx: RequestContext,
        @Args('input') input: ArrangementInput,
    ): SavedArrangement {
        return savedOrError(await this.arrangements.save(ctx, withNumbers(input)));
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateCatalog, Permission.UpdateProduct)
    async updateEfiSearchArrangement(
        @Ctx() ctx: RequestContext,
        @Args('id') id: ID,
        @Args('input') input: ArrangementInput,
    ): SavedArrangement {
        const existing = await this.arrangement(ctx, id);
        return savedOrError(await this.arrangements.save(ctx, withNumbers(input), existing));
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateCatalog, Permission.UpdateProduct)
    async deleteEfiSearchArrangement(@Ctx() ctx: RequestContext, @Args('id') id: ID): Promise<boolean> {
        await this.arrangements.delete(ctx, await this.arrangement(ctx, id));
        return true;
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateCatalog, Permission.UpdateProduct)
    updateEfiSearchSettings(
        @Ctx() ctx: RequestContext,
        @Args('input') { inStockFirst }: { inStockFirst?: boolean | null },
    ): Promise<SearchSettingsOfChannel> {
        return this.settings.update(ctx, inStockFirst ?? null);
    }

    private async synonym(ctx: RequestContext, id: ID): Promise<EfiSearchSynonym> {
        const found = await this.synonyms.find(ctx, id);
        if (!found) {
            throw new UserInputError(`There are no synonyms ${id} in this channel.`);
        }
        return found;
    }

    private async arrangement(ctx: RequestContext, id: ID): Promise<EfiSearchArrangement> {
        const found = await this.arrangements.find(ctx, id);
        if (!found) {
            throw new UserInputError(`There is no arrangement ${id} in this channel.`);
        }
        return found;
    }
}

function withNumbers({ pinnedIds, hiddenIds, ...rest }: ArrangementInput) {
    return { ...rest, pinnedIds: pinnedIds.map(Number), hiddenIds: hiddenIds.map(Number) };
}
