import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type ID, type RequestContext, Transaction, UserInputError } from '@vendure/core';
import { type ContentKind, textIn } from '../domain/content';
import { shownVersion, stateOf, type VersionState } from '../domain/shown-version';
import { type ContentResult, ContentStore } from '../infrastructure/content-store';
import type { EfiContentPage, EfiContentVersion } from '../infrastructure/entities';
import { PreviewLinks } from '../infrastructure/preview-links';
import { EfiContentChangedError, EfiContentInvalidError } from './content-errors';
import { contentPermission } from './permissions';

/** Entries in one answer. */
const MOST = 500;

type SaveResult = EfiContentPage | EfiContentInvalidError | EfiContentChangedError;

interface PublishInput {
    readonly id: ID;
    readonly revision: number;
    readonly startsAt?: Date | null;
    readonly endsAt?: Date | null;
}

@Resolver()
export class ContentAdminResolver {
    constructor(
        private readonly store: ContentStore,
        private readonly previews: PreviewLinks,
    ) {}

    @Query()
    @Allow(contentPermission.Read)
    async efiContentEntries(
        @Ctx() ctx: RequestContext,
        @Args() { kind, skip, take }: { kind?: ContentKind | null; skip: number; take: number },
    ): Promise<{ items: EfiContentPage[]; totalItems: number }> {
        const page = [Math.max(0, skip), Math.min(MOST, Math.max(1, take))] as const;
        const [items, totalItems] = await this.store.list(ctx, kind ?? undefined, ...page);
        return { items, totalItems };
    }

    @Query()
    @Allow(contentPermission.Read)
    efiContentEntry(@Ctx() ctx: RequestContext, @Args() { id }: { id: ID }): Promise<EfiContentPage | null> {
        return this.store.find(ctx, id);
    }

    @Mutation()
    @Transaction()
    @Allow(contentPermission.Create)
    async createEfiContent(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: { kind: ContentKind; code?: string | null; draft: unknown } },
    ): Promise<SaveResult> {
        return answerTo(await this.store.create(ctx, input.kind, input.code ?? '', input.draft));
    }

    @Mutation()
    @Transaction()
    @Allow(contentPermission.Update)
    async saveEfiContentDraft(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: { id: ID; revision: number; draft: unknown } },
    ): Promise<SaveResult> {
        const page = await this.existing(ctx, input.id);
        return answerTo(await this.store.saveDraft(ctx, page, input.revision, input.draft));
    }

    @Mutation()
    @Transaction()
    @Allow(contentPermission.Update)
    async publishEfiContent(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: PublishInput },
    ): Promise<SaveResult> {
        const page = await this.existing(ctx, input.id);
        return answerTo(await this.store.publish(ctx, page, input.revision, input, new Date()));
    }

    @Mutation()
    @Transaction()
    @Allow(contentPermission.Update)
    async unpublishEfiContent(
        @Ctx() ctx: RequestContext,
        @Args() { id }: { id: ID },
    ): Promise<EfiContentPage> {
        const page = await this.existing(ctx, id);
        await this.store.withdraw(ctx, page, new Date());
        return page;
    }

    @Mutation()
    @Transaction()
    @Allow(contentPermission.Update)
    async withdrawEfiContentVersion(
        @Ctx() ctx: RequestContext,
        @Args() { id, versionId }: { id: ID; versionId: ID },
    ): Promise<EfiContentPage> {
        const page = await this.existing(ctx, id);
        await this.store.withdraw(ctx, page, new Date(), Number(versionId));
        return page;
    }

    @Mutation()
    @Transaction()
    @Allow(contentPermission.Delete)
    async deleteEfiContent(@Ctx() ctx: RequestContext, @Args() { id }: { id: ID }): Promise<boolean> {
        await this.store.delete(ctx, await this.existing(ctx, id));
        return true;
    }

    @Mutation()
    @Allow(contentPermission.Read)
    async createEfiContentPreview(
        @Ctx() ctx: RequestContext,
        @Args() { id, languageCode }: { id: ID; languageCode: string },
    ): Promise<{ url: string; token: string; expiresAt: Date }> {
        return this.previews.make(ctx, await this.existing(ctx, id), languageCode);
    }

    private async existing(ctx: RequestContext, id: ID): Promise<EfiContentPage> {
        const page = await this.store.find(ctx, id);
        if (!page) {
            throw new UserInputError(`There is no page or menu ${id} in this channel.`);
        }
        return page;
    }
}

@Resolver('EfiContentEntry')
export class ContentEntryResolver {
    constructor(private readonly store: ContentStore) {}

    @ResolveField()
    title(@Ctx() ctx: RequestContext, @Parent() { draft }: EfiContentPage): string {
        const { defaultLanguageCode } = ctx.channel;
        return textIn(draft.texts, 'title', defaultLanguageCode, defaultLanguageCode);
    }

    @ResolveField()
    async versions(
        @Ctx() ctx: RequestContext,
        @Parent() page: EfiContentPage,
    ): Promise<Array<EfiContentVersion & { state: VersionState }>> {
        const versions = await this.store.versions(ctx, page);
        const now = new Date();
        const shown = shownVersion(versions, now);
        return versions.map(version => ({ ...version, state: stateOf(version, shown, now) }));
    }

    @ResolveField()
    async isShown(@Ctx() ctx: RequestContext, @Parent() page: EfiContentPage): Promise<boolean> {
        return shownVersion(await this.store.versions(ctx, page), new Date()) !== undefined;
    }

    @ResolveField()
    async isChanged(@Ctx() ctx: RequestContext, @Parent() page: EfiContentPage): Promise<boolean> {
        const [last] = (await this.store.versions(ctx, page)).filter(
            ({ withdrawnAt }) => withdrawnAt === null,
        );
        return last?.revision !== page.revision;
    }
}

/** Tells GraphQL which of the union's types it has before it. */
@Resolver('SaveEfiContentResult')
export class SaveContentResultResolver {
    @ResolveField()
    __resolveType(result: SaveResult): string {
        return '__typename' in result ? result.__typename : 'EfiContentEntry';
    }
}

function answerTo(result: ContentResult): SaveResult {
    switch (result.kind) {
        case 'done':
            return result.page;
        case 'wrong':
            return new EfiContentInvalidError(result.problems);
        case 'changed':
            return new EfiContentChangedError(result.page);
    }
}
