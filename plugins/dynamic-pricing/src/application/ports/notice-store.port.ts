import type { ID, ListQueryOptions, PaginatedList, RequestContext, VendureEntity } from '@vendure/core';
import type { Notice } from '../../domain/notice';

export interface StoredNotice extends Notice {
    readonly id: ID;
}

/** What administrators filter, sort and page by, as the Admin API checked it. */
export type NoticeListOptions = ListQueryOptions<VendureEntity>;

/** Keeps notices, each in the channel of the request that published it. */
export abstract class NoticeStore {
    abstract add(ctx: RequestContext, notice: Notice): Promise<StoredNotice>;

    /** Those whose time has come and is not over at `now`, the one that started last first. */
    abstract shownAt(ctx: RequestContext, now: Date): Promise<StoredNotice[]>;

    abstract list(ctx: RequestContext, options?: NoticeListOptions): Promise<PaginatedList<StoredNotice>>;
}
