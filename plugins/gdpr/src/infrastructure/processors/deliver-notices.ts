import { Inject, Injectable } from '@nestjs/common';
import { Logger, TransactionalConnection } from '@vendure/core';
import { pauseAfter } from '../../domain/privacy-request';
import { signedHeaders } from '../../domain/standard-webhook';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../../gdpr.options';
import { EfiGdprRequest } from '../entities';
import { EfiGdprNotice, EfiGdprProcessor } from './entities';
import { hmac } from './hmac';
import { Notices } from './notices';
import { postTo } from './post-to';
import { Processors } from './processors';

/** How many are told in a run of the task. */
const MOST = 200;

/** A minute, doubling to an hour: about a week. Staff can have it tried again. */
const MOST_ATTEMPTS = 170;

/** A processor that knows and does not answer is told again after so long, in milliseconds. */
const REMIND_AFTER = 86_400_000;

/** Longer than a processor is waited for: another worker leaves the notice alone meanwhile. */
const LEASE = '5 minutes';

const CLAIM = `
    UPDATE efi_gdpr_notice SET attempts = attempts + 1, "nextTryAt" = now() + interval '${LEASE}'
     WHERE id = (SELECT n.id FROM efi_gdpr_notice n JOIN efi_gdpr_processor p ON p.id = n."processorId"
                  WHERE n.state IN ('WAITING', 'ACKNOWLEDGED') AND n."nextTryAt" <= now() AND p."isActive"
                  ORDER BY n."nextTryAt" LIMIT 1 FOR UPDATE OF n SKIP LOCKED)
 RETURNING id`;

/** Sends processors what they are to be told, as signed webhooks. */
@Injectable()
export class DeliverNotices {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly notices: Notices,
        private readonly processors: Processors,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /** Tells whoever is due, one after the other. @returns how many. */
    async run(): Promise<number> {
        const { manager } = this.connection.rawConnection;
        for (let count = 0; count < MOST; count++) {
            const [rows] = await manager.query<[{ id: string }[], number]>(CLAIM);
            const [claimed] = rows;
            if (!claimed) {
                return count;
            }
            const notice = await manager.findOneByOrFail(EfiGdprNotice, { id: claimed.id });
            await this.deliver(notice);
        }
        return MOST;
    }

    private async deliver(notice: EfiGdprNotice): Promise<void> {
        const { manager } = this.connection.rawConnection;
        const processor = await manager.findOneByOrFail(EfiGdprProcessor, { id: notice.processorId });
        const request = await manager.findOneByOrFail(EfiGdprRequest, { id: notice.requestId });
        const problem = await this.send(notice, processor, request).catch((error: unknown) => {
            const code: unknown = (error as { code?: unknown }).code;
            return typeof code === 'string' ? code : (error as Error).name;
        });
        const now = new Date();
        if (problem === undefined) {
            // An answer may have overtaken the end of the call.
            await manager.update(
                EfiGdprNotice,
                { id: notice.id, state: 'WAITING' },
                { state: 'ACKNOWLEDGED', acknowledgedAt: now, problem: null },
            );
            await manager.update(
                EfiGdprNotice,
                { id: notice.id, state: 'ACKNOWLEDGED' },
                { nextTryAt: new Date(now.getTime() + REMIND_AFTER) },
            );
            return;
        }
        const isOver = notice.attempts >= MOST_ATTEMPTS;
        Logger.warn(`"${processor.name}" was not told of ${notice.requestId}: ${problem}`, 'GdprPlugin');
        await manager.update(
            EfiGdprNotice,
            { id: notice.id, state: notice.state },
            {
                ...{ problem, nextTryAt: new Date(now.getTime() + pauseAfter(notice.attempts)) },
                ...(isOver ? { state: 'FAILED' as const, answeredAt: now } : {}),
            },
        );
    }

    /** @returns what went wrong; nothing when the processor took it. */
    private async send(
        notice: EfiGdprNotice,
        processor: EfiGdprProcessor,
        { kind, dueAt }: EfiGdprRequest,
    ): Promise<string | undefined> {
        const body = JSON.stringify({
            type: `privacy.${kind.toLowerCase().replaceAll('_', '-')}`,
            timestamp: new Date().toISOString(),
            data: {
                noticeId: notice.id,
                requestId: notice.requestId,
                ...(await this.notices.toldBy(notice)),
                dueAt: dueAt.toISOString(),
                answerPath: `/api/v1/privacy/notices/${notice.id}/answer`,
            },
        });
        const at = Math.floor(Date.now() / 1000);
        const headers = signedHeaders(notice.id, at, body, await this.processors.keyOf(processor), hmac);
        const status = await postTo(processor.url, body, headers, this.options.webhooks);
        return status >= 200 && status < 300 ? undefined : `status-${status}`;
    }
}
