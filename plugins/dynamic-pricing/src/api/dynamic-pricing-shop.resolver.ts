import { Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, RequestContext } from '@vendure/core';
import { NoticeStore, type StoredNotice } from '../application/ports/notice-store.port';

@Resolver()
export class DynamicPricingShopResolver {
    constructor(private readonly notices: NoticeStore) {}

    @Query()
    @Allow(Permission.Public)
    efiDynamicPricingNotices(@Ctx() ctx: RequestContext): Promise<StoredNotice[]> {
        return this.notices.shownAt(ctx, new Date());
    }
}
