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
import { EfiFraudNotice } from './notice.entity';

@Injectable()
export class TypeOrmNoticeStore implements NoticeStore {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly listQueryBuilder: ListQueryBuilder,
    ) {}

    add(ctx: RequestContext, notice: Notice): Promise<EfiFraudNotice> {
        return this.connection
            .getRepository(ctx, EfiFraudNotice)
            .save(new EfiFraudNotice({ ...notice, channelId: ctx.channelId }));
    }

    shownAt(ctx: RequestContext, now: Date): Promise<EfiFraudNotice[]> {
        const begun = { channelId: ctx.channelId, startsAt: LessThanOrEqual(now) };
        return this.connection.getRepository(ctx, EfiFraudNotice).find({
            where: [
                { ...begun, endsAt: IsNull() },
                { ...begun, endsAt: MoreThan(now) },
            ],
            order: { startsAt: 'DESC', id: 'DESC' },
        });
    }

    async list(ctx: RequestContext, options?: NoticeListOptions): Promise<PaginatedList<EfiFraudNotice>> {
        const [items, totalItems] = await this.listQueryBuilder
            .build<EfiFraudNotice>(EfiFraudNotice, options, {
                ctx,
                where: { channelId: ctx.channelId },
            })
            .getManyAndCount();
        return { items, totalItems };
    }
}
