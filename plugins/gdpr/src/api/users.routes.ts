import { type RestRoute, restRoute } from '@efi/plugin-kit';
import { type Injector, Permission, type RequestContext, TransactionalConnection } from '@vendure/core';
import { z } from 'zod';
import { requestKinds } from '../domain/privacy-request';
import { Certificates } from '../infrastructure/certificates';
import { EfiGdprRequest } from '../infrastructure/entities';
import { type NewRequest, PrivacyRequests, type RequestRefusal } from '../infrastructure/privacy-requests';
import { RequestQueue } from '../infrastructure/request-queue';

/** As REST shows one. */
export const request = z
    .object({
        id: z.uuid().describe('Whoever has it sees this, also when the account is gone.'),
        kind: z.enum(requestKinds),
        state: z.enum([
            'RECEIVED',
            'VERIFIED',
            'IN_PROGRESS',
            'PARTIAL',
            'COMPLETED',
            'REFUSED',
            'CANCELLED',
        ]),
        createdAt: z.iso.datetime(),
        startsAt: z.iso.datetime().describe('When work begins: an erasure can be taken back until then.'),
        dueAt: z.iso.datetime().describe('By when it has to be answered.'),
        endedAt: z.iso.datetime().nullable(),
        certificate: z
            .string()
            .nullable()
            .describe(
                'Of an erasure: a JWS (EdDSA) of what was erased, by the keys of /users/certificate-keys.',
            ),
    })
    .meta({ id: 'PrivacyRequest' });

const problems = {
    'not-a-customer': { status: 403, title: 'Only customers can ask for it' },
    'wrong-password': { status: 403, title: 'The password is wrong' },
    'sign-in-again': { status: 403, title: 'The sign-in is too long ago' },
    'open-already': { status: 409, title: 'There is a request of this kind that is not over' },
} as const;

const proof = z.strictObject({
    password: z
        .string()
        .min(1)
        .max(256)
        .optional()
        .describe('Of the account; not needed within ten minutes of a sign-in at another provider.'),
});

const common = {
    method: 'POST',
    tags: ['Personal data'],
    permissions: [Permission.Authenticated],
    api: 'shop',
    limit: 'credentials',
    transaction: true,
    request: { body: proof },
    responses: { 202: { description: 'It will be done.', body: request } },
    problems,
} as const;

const exportData = restRoute({
    ...common,
    path: '/users/export',
    operationId: 'exportPersonalData',
    summary: 'Ask for all of one’s data',
    description:
        'The file is made in the background; the Shop API’s `efiPrivacyRequests` has the link to it.',
    handle: (ctx, { body }, injector) => open(ctx, { kind: 'PORTABILITY', ...body }, injector),
});

const deleteData = restRoute({
    ...common,
    path: '/users/delete',
    operationId: 'erasePersonalData',
    summary: 'Ask for one’s data to be erased',
    description:
        'It begins at `startsAt` and can be taken back until then, with the Shop API’s `cancelEfiPrivacyRequest`.',
    handle: (ctx, { body }, injector) => open(ctx, { kind: 'ERASURE', ...body }, injector),
});

const showRequest = restRoute({
    method: 'GET',
    path: '/users/requests/{id}',
    operationId: 'showPrivacyRequest',
    summary: 'Where a request stands',
    tags: ['Personal data'],
    permissions: [Permission.Public],
    request: { params: z.object({ id: z.uuid() }) },
    responses: { 200: { description: 'The request.', body: request } },
    problems: { 'no-such-request': { status: 404, title: 'There is no such request' } },
    async handle(ctx, { params: { id } }, injector) {
        const found = await injector
            .get(TransactionalConnection)
            .getRepository(ctx, EfiGdprRequest)
            .findOneBy({ id });
        return found ? { status: 200, body: shown(found) } : { problem: 'no-such-request' };
    },
});

const showKeys = restRoute({
    method: 'GET',
    path: '/users/certificate-keys',
    operationId: 'showCertificateKeys',
    summary: 'The keys that certificates of erasure are signed with',
    tags: ['Personal data'],
    permissions: [Permission.Public],
    responses: {
        200: {
            description: 'A JSON Web Key Set (RFC 7517).',
            body: z.object({
                keys: z.array(
                    z.object({
                        kty: z.string(),
                        crv: z.string(),
                        x: z.string(),
                        kid: z.string(),
                        use: z.string(),
                        alg: z.string(),
                    }),
                ),
            }),
        },
    },
    async handle(_ctx, _input, injector) {
        const { keys } = await injector.get(Certificates).published();
        return {
            status: 200,
            body: {
                keys: keys.map(({ kty = '', crv = '', x = '', kid = '', use = '', alg = '' }) => ({
                    kty,
                    crv,
                    x,
                    kid,
                    use,
                    alg,
                })),
            },
        };
    },
});

export const usersRoutes: readonly RestRoute[] = [exportData, deleteData, showRequest, showKeys];

const codes = {
    NOT_A_CUSTOMER: 'not-a-customer',
    WRONG_PASSWORD: 'wrong-password',
    SIGN_IN_AGAIN: 'sign-in-again',
    OPEN_ALREADY: 'open-already',
} as const satisfies Partial<Record<RequestRefusal, keyof typeof problems>>;

async function open(ctx: RequestContext, asked: NewRequest, injector: Injector) {
    const opened = await injector.get(PrivacyRequests).open(ctx, asked);
    if (typeof opened === 'string') {
        if (!(opened in codes)) {
            throw new Error(`A request without a note can't be refused with ${opened}`);
        }
        return { problem: codes[opened as keyof typeof codes] };
    }
    await injector.get(RequestQueue).add(ctx, opened.id);
    return { status: 202 as const, body: shown(opened) };
}

export function shown({ id, kind, state, createdAt, startsAt, dueAt, endedAt, certificate }: EfiGdprRequest) {
    return {
        id,
        kind,
        state,
        createdAt: createdAt.toISOString(),
        startsAt: startsAt.toISOString(),
        dueAt: dueAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
        certificate: certificate ?? null,
    };
}
