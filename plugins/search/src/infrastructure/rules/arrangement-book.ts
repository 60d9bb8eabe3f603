import { Injectable } from '@nestjs/common';
import { type ID, type LanguageCode, type RequestContext, TransactionalConnection } from '@vendure/core';
import { type Arrangement, checkArrangement } from '../../domain/check-arrangement';
import { plainTerm, type RuleProblem, tidyTerm } from '../../domain/check-synonyms';
import { EfiSearchArrangement } from '../entities/search-arrangement.entity';
import { RuleMemory } from './rule-memory';
import { languageProblem } from './synonym-book';

/** Of a channel in a language. */
const MOST_TERMS = 1_000;

export interface ArrangementDraft extends Arrangement {
    readonly languageCode: LanguageCode;
    readonly term: string;
}

/** The first product of some that is not in a channel. */
const UNKNOWN = `
    SELECT asked.id FROM unnest($1::int[]) AS asked(id)
     WHERE NOT EXISTS (
           SELECT FROM product p JOIN product_channels_channel c ON c."productId" = p.id AND c."channelId" = $2
            WHERE p.id = asked.id AND p."deletedAt" IS NULL)
     LIMIT 1`;

/** The arranged terms of the active channel. */
@Injectable()
export class ArrangementBook {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly memory: RuleMemory,
    ) {}

    all(ctx: RequestContext, languageCode: LanguageCode): Promise<EfiSearchArrangement[]> {
        return this.terms(ctx).find({
            where: { channelId: Number(ctx.channelId), languageCode },
            order: { plainTerm: 'ASC' },
        });
    }

    find(ctx: RequestContext, id: ID): Promise<EfiSearchArrangement | null> {
        return this.terms(ctx).findOneBy({ id: Number(id), channelId: Number(ctx.channelId) });
    }

    /** @returns what is wrong with it, if anything is. */
    async save(
        ctx: RequestContext,
        { languageCode, pinnedIds, hiddenIds, ...draft }: ArrangementDraft,
        existing?: EfiSearchArrangement,
    ): Promise<EfiSearchArrangement | RuleProblem> {
        const term = tidyTerm(draft.term);
        const problem =
            languageProblem(ctx, languageCode) ??
            checkArrangement(term, { pinnedIds, hiddenIds }) ??
            (await this.unknownProduct(ctx, { pinnedIds, hiddenIds }));
        if (problem) {
            return problem;
        }
        const channelId = Number(ctx.channelId);
        const key = { channelId, languageCode, plainTerm: plainTerm(term) };
        const same = await this.terms(ctx).findOneBy(key);
        if (same && same.id !== existing?.id) {
            return { field: 'term', reason: 'ALREADY_THERE', value: term };
        }
        if (!existing && (await this.terms(ctx).countBy({ channelId, languageCode })) >= MOST_TERMS) {
            return { field: 'languageCode', reason: 'TOO_MANY' };
        }
        const { id } = await this.terms(ctx).save({
            ...existing,
            ...key,
            term,
            pinnedIds: [...pinnedIds],
            hiddenIds: [...hiddenIds],
        });
        await this.changed(ctx);
        return this.terms(ctx).findOneByOrFail({ id });
    }

    async delete(ctx: RequestContext, { id }: EfiSearchArrangement): Promise<void> {
        await this.terms(ctx).delete(id);
        await this.changed(ctx);
    }

    private async unknownProduct(
        ctx: RequestContext,
        { pinnedIds, hiddenIds }: Arrangement,
    ): Promise<RuleProblem | undefined> {
        const { manager } = this.terms(ctx);
        const [unknown] = await manager.query<{ id: number }[]>(UNKNOWN, [
            [...pinnedIds, ...hiddenIds],
            Number(ctx.channelId),
        ]);
        return (
            unknown && {
                field: pinnedIds.includes(unknown.id) ? 'pinnedIds' : 'hiddenIds',
                reason: 'UNKNOWN_PRODUCT',
                value: String(unknown.id),
            }
        );
    }

    private changed(ctx: RequestContext): Promise<void> {
        return this.memory.changes(this.terms(ctx).manager, 'efi_search_arrangement');
    }

    private terms(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiSearchArrangement);
    }
}
