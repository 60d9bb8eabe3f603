import { Injectable } from '@nestjs/common';
import { type ID, type LanguageCode, type RequestContext, TransactionalConnection } from '@vendure/core';
import { checkSynonyms, isSameGroup, type RuleProblem, tidyTerm } from '../../domain/check-synonyms';
import type { SynonymGroup } from '../../domain/synonyms';
import { EfiSearchSynonym } from '../entities/search-synonym.entity';
import { RuleMemory } from './rule-memory';

/** Of a channel in a language. */
const MOST_GROUPS = 1_000;

export interface SynonymDraft extends SynonymGroup {
    readonly languageCode: LanguageCode;
}

/** The synonyms of the active channel. */
@Injectable()
export class SynonymBook {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly memory: RuleMemory,
    ) {}

    /** The newest first. */
    all(ctx: RequestContext, languageCode: LanguageCode): Promise<EfiSearchSynonym[]> {
        return this.groups(ctx).find({
            where: { channelId: Number(ctx.channelId), languageCode },
            order: { id: 'DESC' },
        });
    }

    find(ctx: RequestContext, id: ID): Promise<EfiSearchSynonym | null> {
        return this.groups(ctx).findOneBy({ id: Number(id), channelId: Number(ctx.channelId) });
    }

    /** @returns what is wrong with it, if anything is. */
    async save(
        ctx: RequestContext,
        draft: SynonymDraft,
        existing?: EfiSearchSynonym,
    ): Promise<EfiSearchSynonym | RuleProblem> {
        const { languageCode } = draft;
        const group = { terms: draft.terms.map(tidyTerm), meanings: draft.meanings.map(tidyTerm) };
        const problem = languageProblem(ctx, languageCode) ?? checkSynonyms(group);
        if (problem) {
            return problem;
        }
        const others = (await this.all(ctx, languageCode)).filter(({ id }) => id !== existing?.id);
        if (others.some(other => isSameGroup(other, group))) {
            return { field: 'terms', reason: 'ALREADY_THERE' };
        }
        if (others.length >= MOST_GROUPS) {
            return { field: 'languageCode', reason: 'TOO_MANY' };
        }
        const { id } = await this.groups(ctx).save({
            ...(existing ?? { channelId: Number(ctx.channelId) }),
            languageCode,
            ...group,
        });
        await this.changed(ctx);
        return this.groups(ctx).findOneByOrFail({ id });
    }

    async delete(ctx: RequestContext, { id }: EfiSearchSynonym): Promise<void> {
        await this.groups(ctx).delete(id);
        await this.changed(ctx);
    }

    private changed(ctx: RequestContext): Promise<void> {
        return this.memory.changes(this.groups(ctx).manager, 'efi_search_synonym');
    }

    private groups(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiSearchSynonym);
    }
}

/** Rules of a language that the channel does not speak would never be asked. */
export function languageProblem(ctx: RequestContext, languageCode: LanguageCode): RuleProblem | undefined {
    const { availableLanguageCodes, defaultLanguageCode } = ctx.channel;
    return [...availableLanguageCodes, defaultLanguageCode].includes(languageCode)
        ? undefined
        : { field: 'languageCode', reason: 'NOT_SPOKEN', value: languageCode };
}
