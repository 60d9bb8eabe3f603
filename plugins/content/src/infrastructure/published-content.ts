import { type ScheduledChanges, shopAnswers } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { ChannelService, type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import type { ContentBody, ContentKind } from '../domain/content';
import { shownVersion } from '../domain/shown-version';
import { ContentSlugs } from './content-slugs';
import { contentTables, EfiContentPage, EfiContentVersion } from './entities';
import { PreviewTokens } from './preview-tokens';

/** A page as shoppers see it, or as they would. */
export interface ShownPage {
    readonly page: EfiContentPage;
    readonly body: ContentBody;
    readonly updatedAt: Date;
    /** Of a draft only: until when its link holds. */
    readonly previewUntil?: Date;
}

const NEXT_CHANGE = `
    SELECT least(min("startsAt") FILTER (WHERE "startsAt" > $1), min("endsAt") FILTER (WHERE "endsAt" > $1)) AS next
      FROM efi_content_version WHERE "withdrawnAt" IS NULL`;

const CHANGES = `
    WITH change AS (
        SELECT DISTINCT at FROM efi_content_version, unnest(ARRAY["startsAt", "endsAt"]) AS at
         WHERE "withdrawnAt" IS NULL AND at IS NOT NULL
    ), passed AS (SELECT at FROM change WHERE at <= $1 ORDER BY at DESC LIMIT 1),
       planned AS (SELECT at FROM change WHERE at > $1 ORDER BY at LIMIT $2)
    SELECT at FROM passed UNION ALL SELECT at FROM planned ORDER BY at`;

/** What is published. A channel's own goes before that of the default channel, which stands in for all of them. */
@Injectable()
export class PublishedContent implements ScheduledChanges {
    readonly tables = ['efi_content_version'];

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly channels: ChannelService,
        private readonly slugs: ContentSlugs,
        private readonly tokens: PreviewTokens,
    ) {
        const answers = shopAnswers(connection.rawConnection);
        answers.addAnnouncedTables(contentTables);
        answers.addSchedule(this);
    }

    async nextAfter(since: Date): Promise<Date | undefined> {
        const [row] = await this.connection.rawConnection.query<Array<{ next: Date | null }>>(NEXT_CHANGE, [
            since,
        ]);
        return row?.next ?? undefined;
    }

    /** When the clock changed what is shown in any channel last, and when it will next. */
    async changesAround(now: Date, take: number): Promise<Date[]> {
        const rows = await this.connection.rawConnection.query<Array<{ at: Date }>>(CHANGES, [now, take]);
        return rows.map(({ at }) => at);
    }

    /** By its code, such as `terms`. */
    async byCode(ctx: RequestContext, kind: ContentKind, code: string): Promise<ShownPage | undefined> {
        const shown = await this.shown(ctx, 'page.kind = :kind AND page.code = :code', { kind, code });
        return (await this.inOrderOfChannels(ctx)).flatMap(id => shown.filter(isOf(id)))[0];
    }

    /** A landing page by an address that it has, or had, in any language. */
    async bySlug(ctx: RequestContext, slug: string): Promise<ShownPage | undefined> {
        for (const channelId of await this.inOrderOfChannels(ctx)) {
            const id = await this.slugs.pageAt(ctx, channelId, slug);
            const [found] = id === undefined ? [] : await this.shown(ctx, 'page.id = :id', { id });
            if (found) {
                return found;
            }
        }
        return undefined;
    }

    /** All of a kind, by their names. Of two with the same code, the channel's own. */
    async all(ctx: RequestContext, kind: ContentKind): Promise<ShownPage[]> {
        const shown = await this.shown(ctx, 'page.kind = :kind', { kind });
        const [own, ...others] = await this.inOrderOfChannels(ctx);
        const ofOwn = shown.filter(isOf(own));
        const known = new Set(ofOwn.map(({ page }) => page.code));
        const ofOthers = others.flatMap(id => shown.filter(isOf(id)));
        return [...ofOwn, ...ofOthers.filter(({ page }) => !known.has(page.code))].sort((a, b) =>
            a.page.code < b.page.code ? -1 : 1,
        );
    }

    /** Those of the pages that are shown, for links to them. */
    byIds(ctx: RequestContext, ids: readonly string[]): Promise<ShownPage[]> {
        return ids.length > 0 ? this.shown(ctx, 'page.id IN (:...ids)', { ids }) : Promise.resolve([]);
    }

    /** The draft that a link leads to. */
    async draft(ctx: RequestContext, token: string): Promise<ShownPage | undefined> {
        const link = this.tokens.read(token, new Date());
        const channelIds = await this.inOrderOfChannels(ctx);
        const page =
            link &&
            (await this.connection
                .getRepository(ctx, EfiContentPage)
                .createQueryBuilder('page')
                .where('page.id = :id AND page.channelId IN (:...channelIds)', {
                    id: link.pageId,
                    channelIds,
                })
                .getOne());
        return page
            ? { page, body: page.draft, updatedAt: page.updatedAt, previewUntil: link?.expiresAt }
            : undefined;
    }

    /** One for each page that is shown now. */
    private async shown(
        ctx: RequestContext,
        condition: string,
        parameters: Readonly<Record<string, unknown>>,
    ): Promise<ShownPage[]> {
        const now = new Date();
        const candidates = await this.connection
            .getRepository(ctx, EfiContentVersion)
            .createQueryBuilder('version')
            .innerJoinAndSelect('version.page', 'page')
            .where(condition, parameters)
            .andWhere('page.channelId IN (:...channelIds)', { channelIds: await this.inOrderOfChannels(ctx) })
            .andWhere('version.withdrawnAt IS NULL AND (version.endsAt IS NULL OR version.endsAt > :now)', {
                now,
            })
            .getMany();
        const byPage = new Map<number, EfiContentVersion[]>();
        candidates.forEach(version => {
            byPage.set(version.pageId, [...(byPage.get(version.pageId) ?? []), version]);
        });
        return [...byPage.values()].flatMap(versions => {
            const version = shownVersion(versions, now);
            return version
                ? [
                      {
                          page: version.page,
                          body: version.body,
                          updatedAt: version.startsAt ?? version.publishedAt,
                      },
                  ]
                : [];
        });
    }

    private async inOrderOfChannels(ctx: RequestContext): Promise<[ID, ...ID[]]> {
        const { id } = await this.channels.getDefaultChannel(ctx);
        return id === ctx.channelId ? [id] : [ctx.channelId, id];
    }
}

function isOf(channelId: ID) {
    return ({ page }: ShownPage) => String(page.channelId) === String(channelId);
}
