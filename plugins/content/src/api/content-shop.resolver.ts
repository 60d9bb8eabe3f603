import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, type RequestContext } from '@vendure/core';
import { type ContentKind, HOME_CODE } from '../domain/content';
import { ContentReader, type ReadBlock, type ReadMenuItem } from '../infrastructure/content-reader';
import { PublishedContent, type ShownPage } from '../infrastructure/published-content';

type PageKind = Exclude<ContentKind, 'MENU'>;

/** As many are told beforehand. */
const MOST_CHANGES = 50;

/** Longer ones are nobody's. */
const LONGEST = 200;

@Resolver()
export class ContentShopResolver {
    constructor(private readonly published: PublishedContent) {}

    @Query()
    @Allow(Permission.Public)
    async efiContentPage(
        @Ctx() ctx: RequestContext,
        @Args() { kind, slug }: { kind: PageKind; slug?: string | null },
    ): Promise<ShownPage | undefined> {
        if (kind === 'HOME') {
            return this.published.byCode(ctx, kind, HOME_CODE);
        }
        if (!slug || slug.length > LONGEST) {
            return undefined;
        }
        return kind === 'LEGAL' ? this.published.byCode(ctx, kind, slug) : this.published.bySlug(ctx, slug);
    }

    @Query()
    @Allow(Permission.Public)
    efiContentPages(@Ctx() ctx: RequestContext, @Args() { kind }: { kind: PageKind }): Promise<ShownPage[]> {
        return this.published.all(ctx, kind);
    }

    @Query()
    @Allow(Permission.Public)
    async efiContentMenu(
        @Ctx() ctx: RequestContext,
        @Args() { code }: { code: string },
    ): Promise<ShownPage | undefined> {
        return code.length > LONGEST ? undefined : this.published.byCode(ctx, 'MENU', code);
    }

    @Query()
    @Allow(Permission.Public)
    efiContentChanges(): Promise<Date[]> {
        return this.published.changesAround(new Date(), MOST_CHANGES);
    }

    @Query()
    @Allow(Permission.Public)
    async efiContentPreview(@Ctx() ctx: RequestContext, @Args() { token }: { token: string }) {
        const shown = token.length > LONGEST ? undefined : await this.published.draft(ctx, token);
        return (
            shown && {
                page: shown.page.kind === 'MENU' ? undefined : shown,
                menu: shown.page.kind === 'MENU' ? shown : undefined,
                expiresAt: shown.previewUntil,
            }
        );
    }
}

@Resolver('EfiContentPage')
export class ContentPageResolver {
    constructor(private readonly reader: ContentReader) {}

    @ResolveField()
    id(@Parent() { page }: ShownPage): number {
        return page.id;
    }

    @ResolveField()
    kind(@Parent() { page }: ShownPage): ContentKind {
        return page.kind;
    }

    @ResolveField()
    code(@Parent() { page }: ShownPage): string {
        return page.code;
    }

    @ResolveField()
    title(@Ctx() ctx: RequestContext, @Parent() { body }: ShownPage): string {
        return this.reader.text(ctx, body, 'title');
    }

    @ResolveField()
    description(@Ctx() ctx: RequestContext, @Parent() { body }: ShownPage): string {
        return this.reader.text(ctx, body, 'description');
    }

    @ResolveField()
    slug(@Ctx() ctx: RequestContext, @Parent() { body }: ShownPage): string {
        return this.reader.text(ctx, body, 'slug');
    }

    @ResolveField()
    slugs(@Parent() { body }: ShownPage): Array<{ languageCode: string; slug: string }> {
        return Object.entries(body.texts).flatMap(([languageCode, { slug }]) =>
            slug ? [{ languageCode, slug }] : [],
        );
    }

    @ResolveField()
    blocks(@Ctx() ctx: RequestContext, @Parent() shown: ShownPage): Promise<ReadBlock[]> {
        return this.reader.blocks(ctx, shown);
    }
}

@Resolver('EfiContentMenu')
export class ContentMenuResolver {
    constructor(private readonly reader: ContentReader) {}

    @ResolveField()
    code(@Parent() { page }: ShownPage): string {
        return page.code;
    }

    @ResolveField()
    items(@Ctx() ctx: RequestContext, @Parent() shown: ShownPage): Promise<ReadMenuItem[]> {
        return this.reader.menuItems(ctx, shown);
    }
}

@Resolver('EfiContentBlock')
export class ContentBlockResolver {
    @ResolveField()
    __resolveType({ __typename }: ReadBlock): string {
        return __typename;
    }
}
