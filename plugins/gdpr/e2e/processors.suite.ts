import type { TestShop } from '@efi/plugin-kit/testing';
import { parse } from 'graphql';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hmac, isSigned, signedHeaders } from '../src/domain/standard-webhook';
import { DeliverNotices } from '../src/infrastructure/processors/deliver-notices';
import { RequestRunner } from '../src/infrastructure/request-runner';
import { receiver } from './receiver';

const EMAIL = 'told.of@example.org';

const hmac: Hmac = (key, content) => createHmac('sha256', key).update(content).digest('base64');
const same = (one: string, other: string) => one === other;
const keyIn = (secret: string) => Buffer.from(secret.replace('whsec_', ''), 'base64');
const now = () => Math.floor(Date.now() / 1000);

/** Others who process data for the shop, at real addresses. */
export function processorsSuite(shop: TestShop): void {
    describe('processors', () => {
        const { sql, adminClient } = shop;
        let hook: Awaited<ReturnType<typeof receiver>>;
        let secret = '';
        let processorId = '';
        let erasure = '';

        const admin = <T>(text: string, variables = {}) => adminClient.query<T>(parse(text), variables);
        const deliver = async () => {
            await sql(`UPDATE efi_gdpr_notice SET "nextTryAt" = now() WHERE "nextTryAt" > now()`);
            await shop.server.app.get(DeliverNotices).run();
        };
        const work = async () => {
            await sql('UPDATE efi_gdpr_request SET "startsAt" = now(), "nextTryAt" = now() WHERE id = $1', [
                erasure,
            ]);
            await shop.server.app.get(RequestRunner).run(erasure);
            return (
                await sql<{ state: string }>('SELECT state FROM efi_gdpr_request WHERE id = $1', [erasure])
            )[0]?.state;
        };
        const noticeOf = async (request: string) =>
            (
                await sql<{ id: string; state: string; problem: string | null; sealedPerson: string | null }>(
                    'SELECT * FROM efi_gdpr_notice WHERE "requestId" = $1',
                    [request],
                )
            )[0];
        const open = async (kind: string, emailAddress = EMAIL): Promise<string> => {
            const { openEfiPrivacyRequest: opened } = await admin<{ openEfiPrivacyRequest: { id: string } }>(
                `mutation { openEfiPrivacyRequest(input: { emailAddress: "${emailAddress}", kind: ${kind} }) {
                    ... on EfiPrivacyRequest { id } } }`,
            );
            await admin(`mutation { verifyEfiPrivacyRequest(id: "${opened.id}") { __typename } }`);
            return opened.id;
        };
        const answer = (id: string, given: object, { at = now(), by = secret } = {}) => {
            const body = JSON.stringify(given);
            return fetch(
                `http://localhost:${shop.config.apiOptions.port}/api/v1/privacy/notices/${id}/answer`,
                {
                    method: 'POST',
                    headers: {
                        'content-type': 'application/json',
                        ...signedHeaders(id, at, body, keyIn(by), hmac),
                    },
                    body,
                },
            );
        };
        const add = (input: object) =>
            admin<{
                addEfiPrivacyProcessor: { secret?: string; reason?: string; processor?: { id: string } };
            }>(
                `mutation ($input: EfiPrivacyProcessorInput!) { addEfiPrivacyProcessor(input: $input) {
                    ... on EfiPrivacyProcessorSecret { secret processor { id } }
                    ... on EfiPrivacyProcessorError { reason } } }`,
                { input: { kinds: ['ERASURE', 'OPT_OUT', 'RECTIFICATION'], ...input } },
            ).then(({ addEfiPrivacyProcessor }) => addEfiPrivacyProcessor);

        beforeAll(async () => {
            hook = await receiver([500, 302, 202]);
            await admin(`mutation { createCustomer(input: { firstName: "Told", lastName: "Of",
                emailAddress: "${EMAIL}" }) { __typename } }`);
        });
        afterAll(() => hook.close());

        it.each([
            [{ name: 'inside', url: 'http://192.168.0.1/hook' }, 'ADDRESS_NOT_ALLOWED'],
            [{ name: 'inside', url: 'https://169.254.169.254/hook' }, 'ADDRESS_NOT_ALLOWED'],
            [{ name: 'inside', url: 'ftp://example.com/hook' }, 'ADDRESS_NOT_ALLOWED'],
            [{ name: ' ', url: 'https://example.com/hook' }, 'NAME_MISSING'],
            [{ name: 'nothing', url: 'https://example.com/hook', kinds: [] }, 'NO_KINDS'],
        ])('are not kept as %j', async (input, reason) => {
            expect(await add(input)).toEqual({ reason });
        });

        it('are shown their secret once, and it is sealed', async () => {
            const added = await add({ name: 'Mailer', url: hook.url });
            secret = added.secret ?? '';
            processorId = added.processor?.id ?? '';
            expect(keyIn(secret)).toHaveLength(32);
            expect(await add({ name: 'Mailer', url: hook.url })).toEqual({ reason: 'NAME_TAKEN' });
            const kept = JSON.stringify(await sql('SELECT * FROM efi_gdpr_processor'));
            expect(kept).toContain('Mailer');
            expect(kept).not.toContain(secret.slice(6));
        });

        it('are told of an erasure, again and again until they know, and it is not whole before', async () => {
            erasure = await open('ERASURE');
            expect(await work()).toBe('PARTIAL');
            expect(await sql('SELECT FROM customer WHERE "emailAddress" = $1', [EMAIL])).toEqual([]);

            await deliver();
            expect(await noticeOf(erasure)).toMatchObject({ state: 'WAITING', problem: 'status-500' });
            await deliver();
            expect(await noticeOf(erasure)).toMatchObject({ state: 'WAITING', problem: 'status-302' });
            await deliver();
            expect(await noticeOf(erasure)).toMatchObject({ state: 'ACKNOWLEDGED', problem: null });
            expect(await work()).toBe('PARTIAL');

            expect(new Set(hook.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
            for (const { headers, body } of hook.received) {
                expect(isSigned(headers, body, keyIn(secret), now(), hmac, same)).toBe(true);
                expect(JSON.parse(body)).toMatchObject({
                    type: 'privacy.erasure',
                    data: { requestId: erasure, customer: { emailAddress: EMAIL } },
                });
            }
        });

        it('keep whom it is about sealed in the database meanwhile', async () => {
            const kept = JSON.stringify(await sql('SELECT * FROM efi_gdpr_notice'));
            expect(kept).not.toContain(EMAIL);
        });

        it('answer with their signature or not at all', async () => {
            const { id = '' } = (await noticeOf(erasure)) ?? {};
            const other = `whsec_${Buffer.alloc(32).toString('base64')}`;
            const tries = [
                answer(id, { state: 'done' }, { by: other }),
                answer(id, { state: 'done' }, { at: now() - 400 }),
                answer('00000000-0000-4000-8000-000000000000', { state: 'done' }),
            ];
            for (const { status } of await Promise.all(tries)) {
                expect(status).toBe(401);
            }
            expect((await noticeOf(erasure))?.state).toBe('ACKNOWLEDGED');
        });

        it('may fail, be asked again, and be done: then the erasure is whole, and its certificate names them', async () => {
            const { id = '' } = (await noticeOf(erasure)) ?? {};
            expect((await answer(id, { state: 'failed', note: 'try on Monday' })).status).toBe(204);
            expect(await work()).toBe('PARTIAL');
            await admin(`mutation { resendEfiPrivacyNotice(id: "${id}") { state } }`);
            await deliver();
            expect(hook.received).toHaveLength(4);
            expect((await answer(id, { state: 'done' })).status).toBe(204);
            expect((await answer(id, { state: 'failed' })).status).toBe(409);
            expect(await work()).toBe('COMPLETED');
            expect(await noticeOf(erasure)).toMatchObject({ state: 'DONE', sealedPerson: null });
            const [{ certificate } = { certificate: '' }] = await sql<{ certificate: string }>(
                'SELECT certificate FROM efi_gdpr_request WHERE id = $1',
                [erasure],
            );
            const claims: unknown = JSON.parse(
                Buffer.from(certificate.split('.')[1] ?? '', 'base64url').toString(),
            );
            expect(claims).toMatchObject({ processors: [{ processor: 'Mailer', state: 'DONE' }] });
        });

        it('are told of an opt-out at once, of a rectification when it is done', async () => {
            await admin(`mutation { createCustomer(input: { firstName: "Told", lastName: "Of",
                emailAddress: "${EMAIL}" }) { __typename } }`);
            const before = hook.received.length;
            await open('OPT_OUT');
            const rectification = await open('RECTIFICATION');
            await deliver();
            expect(
                hook.received.slice(before).map(({ body }) => (JSON.parse(body) as { type: string }).type),
            ).toEqual(['privacy.opt-out']);
            await admin(`mutation { completeEfiPrivacyRequest(id: "${rectification}") { __typename } }`);
            const { efiPrivacyRequests } = await admin<{
                efiPrivacyRequests: { items: { id: string; notices: object[] }[] };
            }>(
                `{ efiPrivacyRequests(options: { states: [COMPLETED] }) { items { id notices { processor state } } } }`,
            );
            expect(efiPrivacyRequests.items.find(({ id }) => id === rectification)?.notices).toEqual([
                { processor: 'Mailer', state: 'WAITING' },
            ]);
        });

        it('are told what a rectification changed, and nothing else', async () => {
            const { createCustomer } = await admin<{ createCustomer: { id: string } }>(
                `mutation { createCustomer(input: { firstName: "Ada", lastName: "Byron", phoneNumber: "020",
                    emailAddress: "byron@example.org" }) { ... on Customer { id } } }`,
            );
            const id = createCustomer.id;
            const { createCustomerAddress: address } = await admin<{ createCustomerAddress: { id: string } }>(
                `mutation { createCustomerAddress(customerId: "${id}", input: { fullName: "Ada Byron",
                    streetLine1: "St James 12", city: "London", countryCode: "AT" }) { id } }`,
            );
            const rectification = await open('RECTIFICATION', 'byron@example.org');
            expect(JSON.stringify(await sql('SELECT * FROM efi_gdpr_request'))).not.toContain('Byron');
            await admin(
                `mutation { updateCustomer(input: { id: "${id}", lastName: "Lovelace", phoneNumber: "",
                    emailAddress: "lovelace@example.org" }) { __typename } }`,
            );
            await admin(
                `mutation { updateCustomerAddress(input: { id: "${address.id}", fullName: "Ada Lovelace" }) { id } }`,
            );
            const before = hook.received.length;
            await admin(`mutation { completeEfiPrivacyRequest(id: "${rectification}") { __typename } }`);
            await deliver();
            const [told] = hook.received
                .slice(before)
                .map(
                    ({ body }) =>
                        JSON.parse(body) as {
                            type: string;
                            data: { requestId: string; customer: object; changes: object[] };
                        },
                )
                .filter(({ data }) => data.requestId === rectification);
            const customerId = id.replace('T_', '');
            expect(told).toMatchObject({
                type: 'privacy.rectification',
                data: { customer: { customerId, emailAddress: 'byron@example.org' } },
            });
            expect(told?.data.changes).toHaveLength(3);
            expect(told?.data.changes).toEqual(
                expect.arrayContaining([
                    {
                        ...{ part: 'customer', id: customerId },
                        fields: {
                            lastName: 'Lovelace',
                            phoneNumber: '',
                            emailAddress: 'lovelace@example.org',
                        },
                    },
                    {
                        ...{ part: 'address', id: address.id.replace('T_', '') },
                        fields: { fullName: 'Ada Lovelace' },
                    },
                    expect.objectContaining({
                        part: 'user',
                        fields: { identifier: 'lovelace@example.org' },
                    }) as object,
                ]),
            );
            expect(
                await sql('SELECT FROM efi_gdpr_request WHERE id = $1 AND "sealedBefore" IS NULL', [
                    rectification,
                ]),
            ).toHaveLength(1);
        });

        it('are waited for no more once they are switched off', async () => {
            erasure = await open('ERASURE');
            expect(await work()).toBe('PARTIAL');
            await admin(
                `mutation ($id: ID!, $input: EfiPrivacyProcessorInput!) {
                    updateEfiPrivacyProcessor(id: $id, input: $input) { __typename } }`,
                {
                    id: processorId,
                    input: { name: 'Mailer', url: hook.url, kinds: ['ERASURE'], isActive: false },
                },
            );
            expect(await work()).toBe('COMPLETED');
        });
    });
}
