import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import type { ContentBody } from '../domain/content';
import { type ContentProblem, Problems } from '../domain/problem';
import { type EfiContentPage, EfiContentSlug } from './entities';

/** Takes an address for a page, unless another one has it in its draft or in a version that is or will be shown. */
const CLAIM = `
    INSERT INTO efi_content_slug AS known ("channelId", "languageCode", slug, "pageId") VALUES ($1, $2, $3, $4)
    ON CONFLICT ("channelId", "languageCode", slug) DO UPDATE SET "pageId" = excluded."pageId"
     WHERE known."pageId" = excluded."pageId"
        OR NOT EXISTS (
            SELECT FROM efi_content_page page
             WHERE page.id = known."pageId" AND page.draft->'texts'->known."languageCode"->>'slug' = known.slug)
       AND NOT EXISTS (
            SELECT FROM efi_content_version version
             WHERE version."pageId" = known."pageId" AND version."withdrawnAt" IS NULL
               AND (version."endsAt" IS NULL OR version."endsAt" > now())
               AND version.body->'texts'->known."languageCode"->>'slug' = known.slug)
    RETURNING "pageId"`;

const PAGE_AT = `
    SELECT "pageId" FROM efi_content_slug WHERE "channelId" = $1 AND slug = $2
     ORDER BY "languageCode" = $3 DESC, "pageId" DESC LIMIT 1`;

/** The addresses of landing pages. Those that a page gave up go on leading to it until another page takes them. */
@Injectable()
export class ContentSlugs {
    constructor(private readonly connection: TransactionalConnection) {}

    /** In the transaction of `ctx`. @returns those that are another page's. */
    async claim(
        ctx: RequestContext,
        page: EfiContentPage,
        body: ContentBody,
    ): Promise<readonly ContentProblem[]> {
        const problems = new Problems();
        for (const [languageCode, { slug }] of Object.entries(body.texts)) {
            if (!slug) {
                continue;
            }
            const { manager } = this.connection.getRepository(ctx, EfiContentSlug);
            const claimed = await manager.query<unknown[]>(CLAIM, [
                page.channelId,
                languageCode,
                slug,
                page.id,
            ]);
            if (claimed.length === 0) {
                problems.add(`texts.${languageCode}.slug`, 'TAKEN', 'is the address of another page');
            }
        }
        return problems.found;
    }

    /** The page with this slug, in the language of `ctx` rather than in another. */
    async pageAt(ctx: RequestContext, channelId: ID, slug: string): Promise<number | undefined> {
        const [row] = await this.connection.rawConnection.query<Array<{ pageId: number }>>(PAGE_AT, [
            channelId,
            slug,
            ctx.languageCode,
        ]);
        return row?.pageId;
    }
}
