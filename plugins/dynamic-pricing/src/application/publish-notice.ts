import type { RequestContext } from '@vendure/core';
import { checkNotice, type Notice, type NoticeProblem } from '../domain/notice';
import type { NoticeStore, StoredNotice } from './ports/notice-store.port';

export type PublishedNotice =
    | { readonly ok: true; readonly notice: StoredNotice }
    | { readonly ok: false; readonly problem: NoticeProblem };

/** Publishes a notice in the active channel, or says what is wrong with it. */
export class PublishNotice {
    constructor(
        private readonly notices: NoticeStore,
        private readonly maxTextLength: number,
    ) {}

    async run(ctx: RequestContext, draft: Notice): Promise<PublishedNotice> {
        const checked = checkNotice(draft, this.maxTextLength);
        return checked.ok ? { ok: true, notice: await this.notices.add(ctx, checked.notice) } : checked;
    }
}
