import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type PaginatedList, RequestContext, Transaction } from '@vendure/core';
import {
    type NoticeListOptions,
    NoticeStore,
    type StoredNotice,
} from '../application/ports/notice-store.port';
import { PublishNotice } from '../application/publish-notice';
import { EfiDynamicPricingNoticeInvalidError } from './notice-invalid.error';
import { manageDynamicPricing } from './permissions';

interface PublishInput {
    text: string;
    startsAt?: Date | null;
    endsAt?: Date | null;
}

@Resolver()
export class DynamicPricingAdminResolver {
    constructor(
        private readonly publish: PublishNotice,
        private readonly notices: NoticeStore,
    ) {}

    @Query()
    @Allow(manageDynamicPricing.Permission)
    efiDynamicPricingNotices(
        @Ctx() ctx: RequestContext,
        @Args() args: { options?: NoticeListOptions },
    ): Promise<PaginatedList<StoredNotice>> {
        return this.notices.list(ctx, args.options);
    }

    @Mutation()
    @Transaction()
    @Allow(manageDynamicPricing.Permission)
    async publishEfiDynamicPricingNotice(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: PublishInput },
    ): Promise<StoredNotice | EfiDynamicPricingNoticeInvalidError> {
        const { text, startsAt, endsAt } = input;
        const published = await this.publish.run(ctx, {
            text,
            startsAt: startsAt ?? new Date(),
            endsAt: endsAt ?? null,
        });
        return published.ok ? published.notice : new EfiDynamicPricingNoticeInvalidError(published.problem);
    }
}
