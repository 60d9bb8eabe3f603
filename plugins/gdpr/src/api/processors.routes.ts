import { asSystem, restRoute, type RestRoute } from '@efi/plugin-kit';
import { type Injector, Permission, type RequestContext, TransactionalConnection } from '@vendure/core';
import { z } from 'zod';
import { isSigned } from '../domain/standard-webhook';
import { EfiGdprNotice, EfiGdprProcessor } from '../infrastructure/processors/entities';
import { hmac, isSameText } from '../infrastructure/processors/hmac';
import { Notices } from '../infrastructure/processors/notices';
import { Processors } from '../infrastructure/processors/processors';

const answerNotice = restRoute({
    method: 'POST',
    path: '/privacy/notices/{id}/answer',
    operationId: 'answerPrivacyNotice',
    summary: 'Say what became of what a processor was told',
    description:
        'By the processor that the notice went to: signed as the notice was, with the headers and the secret of Standard Webhooks.',
    tags: ['Personal data'],
    permissions: [Permission.Public],
    transaction: true,
    request: {
        params: z.object({ id: z.uuid() }),
        body: z.strictObject({
            state: z.enum(['done', 'failed']),
            note: z.string().max(500).optional().describe('Why it failed. Without personal data.'),
        }),
    },
    responses: { 204: { description: 'It was taken down.' } },
    problems: {
        'not-signed': { status: 401, title: 'The signature is not that of the processor' },
        'answered-already': { status: 409, title: 'It was done already' },
    },
    async handle(ctx, { params: { id }, body }, injector) {
        return asSystem(async () => {
            if (!(await isOfProcessor(ctx, id, injector))) {
                return { problem: 'not-signed' as const };
            }
            const state = body.state === 'done' ? 'DONE' : 'FAILED';
            const isTaken = await injector.get(Notices).answer(ctx, id, { state, note: body.note });
            return isTaken ? ({ status: 204 } as const) : ({ problem: 'answered-already' } as const);
        });
    },
});

/** The same answer for a notice that there is not: who can't sign learns nothing. */
async function isOfProcessor(ctx: RequestContext, id: string, injector: Injector): Promise<boolean> {
    const { manager } = injector.get(TransactionalConnection).getRepository(ctx, EfiGdprNotice);
    const notice = await manager.findOneBy(EfiGdprNotice, { id });
    const processor = notice && (await manager.findOneBy(EfiGdprProcessor, { id: notice.processorId }));
    const body: unknown = ctx.req?.body;
    if (!processor || !Buffer.isBuffer(body)) {
        return false;
    }
    const key = await injector.get(Processors).keyOf(processor);
    const now = Math.floor(Date.now() / 1000);
    return isSigned(ctx.req?.headers ?? {}, body.toString('utf8'), key, now, hmac, isSameText);
}

export const processorRoutes: readonly RestRoute[] = [answerNotice];
