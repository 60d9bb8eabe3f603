import { Injectable } from '@nestjs/common';
import {
    ListQueryBuilder,
    type PaginatedList,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import type { NoticeListOptions, NoticeStore } from '../application/ports/notice-store.port';
import type { Notice } from '../domain/notice';
import { EfiDynamicPricingNotice } from './notice.entity';

@Injectable()
export class TypeOrmNoticeStore implements NoticeStore {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly listQueryBuilder: ListQueryBuilder,
    ) {}

    add(ctx: RequestContext, notice: Notice): Promise<EfiDynamicPricingNotice> {
        return this.connection
            .getRepository(ctx, EfiDynamicPricingNotice)
            .save(new EfiDynamicPricingNotice({ ...notice, channelId: ctx.channelId }));
    }

    shownAt(ctx: RequestContext, now: Date): Promise<EfiDynamicPricingNotice[]> {
        const begun = { channelId: ctx.channelId, startsAt: LessThanOrEqual(now) };
        return this.connection.getRepository(ctx, EfiDynamicPricingNotice).find({
            where: [
                { ...begun, endsAt: IsNull() },
                { ...begun, endsAt: MoreThan(now) },
            ],
            order: { startsAt: 'DESC', id: 'DESC' },
        });
    }

    async list(
        ctx: RequestContext,
        options?: NoticeListOptions,
    ): Promise<PaginatedList<EfiDynamicPricingNotice>> {
        const [items, totalItems] = await this.listQueryBuilder
            .build<EfiDynamicPricingNotice>(EfiDynamicPricingNotice, options, {
                ctx,
                where: { channelId: ctx.channelId },
            })
            .getManyAndCount();
        return { items, totalItems };
    }
}
