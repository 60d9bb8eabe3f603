import { consentPurposes, restRoute, type RestRoute } from '@efi/plugin-kit';
import { Permission } from '@vendure/core';
import { z } from 'zod';
import { Consents } from '../infrastructure/consent/consents';

const purpose = z.enum(consentPurposes);
const method = z.enum(['banner', 'account', 'sign-in', 'gpc', 'staff', 'objection', 'account-closed']);

const record = z
    .object({
        purpose,
        agreed: z.boolean(),
        at: z.iso.datetime(),
        endedAt: z.iso.datetime().nullable().describe('When another decision took its place.'),
        method,
        textVersion: z.int(),
        receipt: z
            .string()
            .nullable()
            .describe('A JWS (EdDSA) of the decision, by the keys of /users/certificate-keys.'),
    })
    .meta({ id: 'ConsentRecord' });

const showConsent = restRoute({
    method: 'GET',
    path: '/users/consent',
    operationId: 'showConsent',
    summary: 'What one has agreed to, now and before',
    tags: ['Personal data'],
    permissions: [Permission.Authenticated],
    api: 'shop',
    responses: {
        200: {
            description: 'The newest first; 500 at the most.',
            body: z.object({ items: z.array(record) }),
        },
    },
    async handle(ctx, _input, injector) {
        const items = await injector.get(Consents).own(ctx);
        return {
            status: 200,
            body: {
                items: items.map(({ at, endedAt, ...rest }) => ({
                    ...rest,
                    at: at.toISOString(),
                    endedAt: endedAt?.toISOString() ?? null,
                })),
            },
        };
    },
});

const decideConsent = restRoute({
    method: 'PUT',
    path: '/users/consent',
    operationId: 'decideConsent',
    summary: 'Say what one agrees to from now on',
    description:
        'What is not named is refused. `Sec-GPC: 1` refuses everything. For guests too: they get the receipt, and nothing is kept.',
    tags: ['Personal data'],
    permissions: [Permission.Public],
    api: 'shop',
    request: {
        body: z.strictObject({
            purposes: z.array(purpose).max(consentPurposes.length),
            textVersion: z.int().describe('Of the texts that were shown.'),
        }),
    },
    responses: {
        200: {
            description: 'What holds from now on.',
            body: z.object({ purposes: z.array(purpose), method, textVersion: z.int(), receipt: z.string() }),
        },
    },
    problems: { 'no-such-texts': { status: 422, title: 'There is no such version of the texts' } },
    async handle(ctx, { body }, injector) {
        const declared = await injector.get(Consents).declare(ctx, { ...body, method: 'account' });
        return typeof declared === 'string' ? { problem: 'no-such-texts' } : { status: 200, body: declared };
    },
});

export const consentRoutes: readonly RestRoute[] = [showConsent, decideConsent];
