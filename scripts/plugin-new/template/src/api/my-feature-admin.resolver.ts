import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type PaginatedList, RequestContext, Transaction } from '@vendure/core';
import {
    type NoticeListOptions,
    NoticeStore,
    type StoredNotice,
} from '../application/ports/notice-store.port';
import { PublishNotice } from '../application/publish-notice';
import { EfiMyFeatureNoticeInvalidError } from './notice-invalid.error';
import { manageMyFeature } from './permissions';

interface PublishInput {
    text: string;
    startsAt?: Date | null;
    endsAt?: Date | null;
}

@Resolver()
export class MyFeatureAdminResolver {
    constructor(
        private readonly publish: PublishNotice,
        private readonly notices: NoticeStore,
    ) {}

    @Query()
    @Allow(manageMyFeature.Permission)
    efiMyFeatureNotices(
        @Ctx() ctx: RequestContext,
        @Args() args: { options?: NoticeListOptions },
    ): Promise<PaginatedList<StoredNotice>> {
        return this.notices.list(ctx, args.options);
    }

    @Mutation()
    @Transaction()
    @Allow(manageMyFeature.Permission)
    async publishEfiMyFeatureNotice(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: PublishInput },
    ): Promise<StoredNotice | EfiMyFeatureNoticeInvalidError> {
        const { text, startsAt, endsAt } = input;
        const published = await this.publish.run(ctx, {
            text,
            startsAt: startsAt ?? new Date(),
            endsAt: endsAt ?? null,
        });
        return published.ok ? published.notice : new EfiMyFeatureNoticeInvalidError(published.problem);
    }
}
