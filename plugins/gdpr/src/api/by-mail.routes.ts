import { type RestRoute, restRoute } from '@efi/plugin-kit';
import { Permission } from '@vendure/core';
import { z } from 'zod';
import { requestKinds } from '../domain/privacy-request';
import { MailRequests } from '../infrastructure/by-mail/mail-requests';
import { LONGEST_NOTE } from '../infrastructure/privacy-requests';
import { RequestQueue } from '../infrastructure/request-queue';
import { request, shown } from './users.routes';

const common = {
    method: 'POST',
    tags: ['Personal data'],
    permissions: [Permission.Public],
    api: 'shop',
    limit: 'credentials',
} as const;

const token = z.strictObject({ token: z.string().min(1).max(100).describe('Of the link in the mail.') });

const ask = restRoute({
    ...common,
    path: '/users/requests/by-mail',
    operationId: 'askByMail',
    summary: 'Ask about one’s data without an account',
    description:
        'If anything is kept under the address, a mail goes there with a link that confirms the request. The answer is the same, whether or not.',
    request: {
        body: z.strictObject({
            emailAddress: z.string().min(1).max(254),
            kind: z.enum(requestKinds),
            note: z.string().max(LONGEST_NOTE).optional().describe('What is to be put right, say.'),
        }),
    },
    responses: { 202: { description: 'It was noted.', body: z.object({}) } },
    async handle(ctx, { body }, injector) {
        await injector.get(MailRequests).ask(ctx, body);
        return { status: 202, body: {} };
    },
});

const confirm = restRoute({
    ...common,
    path: '/users/requests/by-mail/confirm',
    operationId: 'confirmByMail',
    summary: 'Confirm what was asked for by mail',
    description: 'The link of the mail works once.',
    request: { body: token },
    responses: {
        202: {
            description: 'It will be done.',
            body: z.object({
                token: z.string().describe('Takes it back; it goes by mail too.'),
                request,
            }),
        },
    },
    problems: {
        'link-invalid': { status: 403, title: 'The link was used, its time is over, or it is none' },
        'open-already': { status: 409, title: 'There is a request of this kind that is not over' },
    },
    async handle(ctx, { body }, injector) {
        const confirmed = await injector.get(MailRequests).confirm(ctx, body.token);
        if (typeof confirmed === 'string') {
            return { problem: confirmed === 'OPEN_ALREADY' ? 'open-already' : 'link-invalid' };
        }
        await injector.get(RequestQueue).add(ctx, confirmed.request.id);
        return {
            status: 202 as const,
            body: { token: confirmed.token, request: shown(confirmed.request) },
        };
    },
});

const cancel = restRoute({
    ...common,
    path: '/users/requests/by-mail/cancel',
    operationId: 'cancelByMail',
    summary: 'Take back what was asked for by mail',
    request: { body: token },
    responses: { 200: { description: 'It was taken back.', body: request } },
    problems: {
        'link-invalid': { status: 403, title: 'The link was used, its time is over, or it is none' },
        'too-late': { status: 409, title: 'It was begun or is over' },
    },
    async handle(ctx, { body }, injector) {
        const cancelled = await injector.get(MailRequests).cancel(ctx, body.token);
        return typeof cancelled === 'string'
            ? { problem: cancelled === 'TOO_LATE' ? ('too-late' as const) : ('link-invalid' as const) }
            : { status: 200 as const, body: shown(cancelled) };
    },
});

export const byMailRoutes: readonly RestRoute[] = [ask, confirm, cancel];
