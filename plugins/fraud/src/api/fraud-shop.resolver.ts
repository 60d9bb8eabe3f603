import { Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, RequestContext } from '@vendure/core';
import { NoticeStore, type StoredNotice } from '../application/ports/notice-store.port';

@Resolver()
export class FraudShopResolver {
    constructor(private readonly notices: NoticeStore) {}

    @Query()
    @Allow(Permission.Public)
    efiFraudNotices(@Ctx() ctx: RequestContext): Promise<StoredNotice[]> {
        return this.notices.shownAt(ctx, new Date());
    }
}
