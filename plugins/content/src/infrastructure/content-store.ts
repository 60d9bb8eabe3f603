import { announceShopChange } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { IsNull } from 'typeorm';
import { checkBody } from '../domain/check-body';
import { checkComplete } from '../domain/check-complete';
import { type ContentBody, type ContentKind, HOME_CODE } from '../domain/content';
import { type ContentProblem, Problems } from '../domain/problem';
import { cleanHtml } from './clean-html';
import { ContentSlugs } from './content-slugs';
import { contentTables, EfiContentPage, EfiContentVersion } from './entities';
import { References } from './references';

/** `changed`: somebody else changed it first; what they made of it comes with it. */
export type ContentResult =
    | { readonly kind: 'done'; readonly page: EfiContentPage }
    | { readonly kind: 'wrong'; readonly problems: readonly ContentProblem[] }
    | { readonly kind: 'changed'; readonly page: EfiContentPage };

interface Schedule {
    readonly startsAt?: Date | null;
    readonly endsAt?: Date | null;
}

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What editors do with the pages and menus of the active channel. */
@Injectable()
export class ContentStore {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly references: References,
        private readonly slugs: ContentSlugs,
    ) {}

    list(ctx: RequestContext, kind: ContentKind | undefined, skip: number, take: number) {
        return this.pages(ctx).findAndCount({
            where: { channelId: ctx.channelId, ...(kind && { kind }) },
            order: { kind: 'ASC', code: 'ASC' },
            skip,
            take,
        });
    }

    find(ctx: RequestContext, id: ID): Promise<EfiContentPage | null> {
        return this.pages(ctx).findOneBy({ id: Number(id), channelId: ctx.channelId });
    }

    /** All that were ever published, the last first. */
    versions(ctx: RequestContext, { id }: EfiContentPage): Promise<EfiContentVersion[]> {
        return this.connection
            .getRepository(ctx, EfiContentVersion)
            .find({ where: { pageId: id }, order: { id: 'DESC' }, take: 50 });
    }

    async create(
        ctx: RequestContext,
        kind: ContentKind,
        name: string,
        draft: unknown,
    ): Promise<ContentResult> {
        const code = kind === 'HOME' ? HOME_CODE : name;
        const problems = new Problems();
        if (!CODE.test(code) || code.length > 60) {
            problems.add('code', 'INVALID', 'must be small letters, digits and single dashes, 60 at most');
            return { kind: 'wrong', problems: problems.found };
        }
        const checked = await this.check(ctx, kind, draft);
        if (!checked.ok) {
            return { kind: 'wrong', problems: checked.problems };
        }
        const inserted = await this.pages(ctx)
            .createQueryBuilder()
            .insert()
            .values({ channelId: ctx.channelId, kind, code, draft: checked.body as never })
            .orIgnore()
            .returning('id')
            .execute();
        const [created] = inserted.raw as Array<{ id: number }>;
        if (!created) {
            problems.add('code', 'TAKEN', 'is the name of another one');
            return { kind: 'wrong', problems: problems.found };
        }
        return { kind: 'done', page: await this.pages(ctx).findOneByOrFail({ id: created.id }) };
    }

    /** @param revision - That the editor began with. */
    async saveDraft(
        ctx: RequestContext,
        page: EfiContentPage,
        revision: number,
        draft: unknown,
    ): Promise<ContentResult> {
        const checked = await this.check(ctx, page.kind, draft);
        if (!checked.ok) {
            return { kind: 'wrong', problems: checked.problems };
        }
        const { affected } = await this.pages(ctx).update(
            { id: page.id, revision },
            { draft: checked.body, revision: revision + 1 },
        );
        const now = await this.pages(ctx).findOneByOrFail({ id: page.id });
        return { kind: affected === 1 ? 'done' : 'changed', page: now };
    }

    /** Has shoppers see the draft as it is, from `startsAt` until `endsAt`. */
    async publish(
        ctx: RequestContext,
        { id }: EfiContentPage,
        revision: number,
        schedule: Schedule,
        now: Date,
    ): Promise<ContentResult> {
        const page = await this.pages(ctx).findOneOrFail({
            where: { id },
            lock: { mode: 'pessimistic_write' },
        });
        if (page.revision !== revision) {
            return { kind: 'changed', page };
        }
        const problems = [
            ...checkSchedule(schedule, now),
            ...checkComplete(page.kind, page.draft, ctx.channel.defaultLanguageCode),
            ...(await this.references.check(ctx, page.draft)),
        ];
        const wrong = problems.length > 0 ? problems : await this.slugs.claim(ctx, page, page.draft);
        if (wrong.length > 0) {
            return { kind: 'wrong', problems: wrong };
        }
        await this.write(ctx, page, schedule, now);
        return { kind: 'done', page };
    }

    /** Takes one version back, or all: also those that would have been shown later. */
    async withdraw(
        ctx: RequestContext,
        { id }: EfiContentPage,
        now: Date,
        versionId?: number,
    ): Promise<void> {
        await this.connection
            .getRepository(ctx, EfiContentVersion)
            .update(
                { pageId: id, withdrawnAt: IsNull(), ...(versionId !== undefined && { id: versionId }) },
                { withdrawnAt: now },
            );
        await this.announce(ctx);
    }

    async delete(ctx: RequestContext, { id }: EfiContentPage): Promise<void> {
        await this.pages(ctx).delete({ id });
        await this.announce(ctx);
    }

    /** What stood until now will never be shown again once this begins at once and stands. */
    private async write(
        ctx: RequestContext,
        { id, draft, revision }: EfiContentPage,
        { startsAt = null, endsAt = null }: Schedule,
        now: Date,
    ): Promise<void> {
        const versions = this.connection.getRepository(ctx, EfiContentVersion);
        if (startsAt === null && endsAt === null) {
            await versions
                .createQueryBuilder()
                .update({ withdrawnAt: now })
                .where('"pageId" = :id AND "withdrawnAt" IS NULL AND "endsAt" IS NULL', { id })
                .andWhere('coalesce("startsAt", "publishedAt") <= :now', { now })
                .execute();
        }
        await versions.insert({
            pageId: id,
            revision,
            body: draft as never,
            publishedAt: now,
            startsAt,
            endsAt,
            withdrawnAt: null,
        });
        await this.announce(ctx);
    }

    private async check(
        ctx: RequestContext,
        kind: ContentKind,
        draft: unknown,
    ): Promise<{ ok: true; body: ContentBody } | { ok: false; problems: readonly ContentProblem[] }> {
        const languages = [
            ...new Set([ctx.channel.defaultLanguageCode, ...ctx.channel.availableLanguageCodes]),
        ];
        const checked = checkBody(draft, { kind, languages, clean: cleanHtml });
        if (!checked.ok) {
            return checked;
        }
        const problems = await this.references.check(ctx, checked.body);
        return problems.length > 0 ? { ok: false, problems } : checked;
    }

    /** Drafts are in no answer that is kept, so saving one tells nobody anything. */
    private async announce(ctx: RequestContext): Promise<void> {
        for (const table of contentTables) {
            await announceShopChange(this.pages(ctx).manager, { table });
        }
    }

    private pages(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiContentPage);
    }
}

function checkSchedule({ startsAt, endsAt }: Schedule, now: Date): readonly ContentProblem[] {
    const problems = new Problems();
    if (endsAt && endsAt <= now) {
        problems.add('endsAt', 'IN_THE_PAST', 'must be in the future');
    } else if (startsAt && endsAt && endsAt <= startsAt) {
        problems.add('endsAt', 'INVALID', 'must come after the start');
    }
    return problems.found;
}
