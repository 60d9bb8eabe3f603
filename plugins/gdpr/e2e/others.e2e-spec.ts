import { jobQueueMigrations, LeasedJobQueuePlugin } from '@efi/job-queue-plugin';
import { testShop } from '@efi/plugin-kit/testing';
import { ModuleRef } from '@nestjs/core';
import { ConfigService, Injector, JobQueueService, TransactionalConnection } from '@vendure/core';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { gdprMigrations, GdprPlugin } from '../src';

interface Request {
    readonly id: string;
    readonly state: string;
    readonly download: { readonly path: string } | null;
}

describe('who writes what is somebody else’s into the own address', async () => {
    const shop = await testShop({
        plugins: [
            GdprPlugin.init({ secret: 's'.repeat(32), cancelWindowDays: 0 }),
            LeasedJobQueuePlugin.init(),
        ],
        migrations: [...gdprMigrations, ...jobQueueMigrations],
        customerCount: 2,
    });
    const { sql } = shop;
    const shopper = shop.newShopClient();
    let own = '';
    let other = '';

    beforeAll(async () => {
        await shop.start();
        await shop.server.app.get(JobQueueService).start();
        const customers = await sql<{ emailAddress: string }>(
            'SELECT "emailAddress" FROM customer ORDER BY id',
        );
        [own, other] = customers.map(({ emailAddress }) => emailAddress) as [string, string];
        await shopper.asUserWithCredentials(own, 'test');
        await shopper.query(
            parse(`mutation { createCustomerAddress(input: { streetLine1: "${other}", streetLine2: "templateFile",
                phoneNumber: "recipient", countryCode: "AT" }) { id } }`),
        );
        for (const recipient of [own, other]) {
            await sql(
                `INSERT INTO efi_job ("createdAt", "updatedAt", "queueName", data, state, "settledAt", "isSettled")
                 VALUES (now(), now(), 'send-email', $1, 'COMPLETED', now(), true)`,
                [
                    JSON.stringify({
                        recipient,
                        templateFile: 'body.hbs',
                        url: `https://shop.example/?token=for-${recipient}`,
                    }),
                ],
            );
        }
    });
    afterAll(() => shop.stop());

    it('is found by an index, as is anybody by an e-mail address', async () => {
        const { rawConnection } = shop.server.app.get(TransactionalConnection);
        const plan = await rawConnection.transaction(async manager => {
            await manager.query('SET LOCAL enable_seqscan = off');
            return manager.query<unknown>('EXPLAIN SELECT id FROM customer WHERE "emailAddress" = $1', [own]);
        });
        expect(JSON.stringify(plan)).toContain('ix_efi_gdpr_customer_plain_email');
    });

    const complete = async (kind: string): Promise<Request> => {
        await shopper.query(
            parse(`mutation { requestEfiPrivacy(input: { kind: ${kind}, password: "test" }) {
                ... on EfiPrivacyRequest { id } ... on EfiPrivacyRequestRefusedError { reason } } }`),
        );
        const { app } = shop.server;
        const tasks = app.get(ConfigService).schedulerOptions.tasks ?? [];
        await tasks
            .find(({ id }) => id === 'efi-privacy-requests')
            ?.execute(new Injector(app.get(ModuleRef)));
        await vi.waitFor(
            async () =>
                expect(await sql('SELECT state FROM efi_gdpr_request WHERE kind = $1', [kind])).toEqual([
                    { state: 'COMPLETED' },
                ]),
            15_000,
        );
        const { efiPrivacyRequests } = await shopper.query<{ efiPrivacyRequests: Request[] }>(
            parse('{ efiPrivacyRequests { id state download { path } } }'),
        );
        return efiPrivacyRequests[0] as Request;
    };

    it('is given none of the links that only their receivers may open', async () => {
        const { download } = await complete('PORTABILITY');
        const response = await fetch(`http://localhost:${shop.config.apiOptions.port}${download?.path}`, {
            headers: { authorization: `Bearer ${shopper.getAuthToken()}` },
        });
        expect(response.status).toBe(200);
        const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
        const texts = Object.values(files)
            .map(file => strFromU8(file))
            .join('\n');
        expect(texts).toContain(own);
        expect(texts).not.toContain('token=for-');
    });

    it('has nothing erased but what speaks of the own addresses of mail, those of before too', async () => {
        const job = (recipient: string) =>
            sql(
                `INSERT INTO efi_job ("createdAt", "updatedAt", "queueName", data, state, "settledAt", "isSettled")
                 VALUES (now(), now(), 'send-email', $1, 'COMPLETED', now(), true)`,
                [JSON.stringify({ recipient })],
            );
        const [me] = await sql<{ id: number }>('SELECT id FROM customer WHERE "emailAddress" = $1', [own]);
        const change = (emailAddress: string) =>
            shop.adminClient.query(
                parse(`mutation { updateCustomer(input: { id: "T_${me?.id}", emailAddress: "${emailAddress}" }) {
                    ... on Customer { emailAddress } } }`),
            );
        // Of these, one is somebody else's by now, and one was asked for and never proved.
        await change('given-up@example.org');
        await change('newest@example.org');
        await shop.adminClient.query(
            parse(`mutation { createCustomer(input: { firstName: "New", lastName: "Owner",
                emailAddress: "given-up@example.org" }) { __typename } }`),
        );
        await shopper.asUserWithCredentials('newest@example.org', 'test');
        await shopper.query(
            parse(`mutation { requestUpdateCustomerEmailAddress(password: "test",
                newEmailAddress: "unproved@example.org") { __typename } }`),
        );
        for (const recipient of ['given-up@example.org', 'newest@example.org', 'unproved@example.org']) {
            await job(recipient);
        }
        await complete('ERASURE').catch(() => undefined);
        await vi.waitFor(
            async () =>
                expect(await sql(`SELECT state FROM efi_gdpr_request WHERE kind = 'ERASURE'`)).toEqual([
                    { state: 'COMPLETED' },
                ]),
            15_000,
        );
        const left = await sql<{ recipient: string }>(
            `SELECT data ->> 'recipient' AS recipient FROM efi_job WHERE "queueName" = 'send-email' ORDER BY id`,
        );
        expect(left.map(({ recipient }) => recipient)).toEqual([
            ...[other, 'given-up@example.org', 'unproved@example.org'],
        ]);
        expect(await sql('SELECT FROM efi_gdpr_former_address')).toEqual([]);
    });
});
