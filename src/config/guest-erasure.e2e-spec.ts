import { auditMigrations, AuditPlugin } from '@efi/audit-plugin';
import { gdprMigrations, GdprPlugin } from '@efi/gdpr-plugin';
import { PrivacyMailEvent } from '@efi/plugin-kit';
import { databaseTexts, testShop } from '@efi/plugin-kit/testing';
import { restApiMigrations, RestApiPlugin } from '@efi/rest-api-plugin';
import { VatNumberPlugin } from '@efi/vat-number-plugin';
import { ModuleRef } from '@nestjs/core';
import { ConfigService, EventBus, Injector, JobQueueService } from '@vendure/core';
import type { Express } from 'express';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const GUEST = 'Gwendolyn.Underbough@example.org';
const IP = '203.0.113.78';
const BROWSER = 'UnderboughBrowser/1.0';
const VAT = 'DE136695976';

/** What a guest does who orders, and asks about it by mail. */
const ACTS = [
    ...['askEfiPrivacyByMail', 'confirmEfiPrivacyByMail', 'login', 'move-stock', 'request-personal-data'],
    ...['requestPasswordReset', 'transition-payment'],
];

describe('a guest in the audit trail', async () => {
    const shop = await testShop({
        plugins: [
            AuditPlugin.init({ secret: 'a'.repeat(32) }),
            GdprPlugin.init({ secret: 's'.repeat(32) }),
            RestApiPlugin.init(),
            VatNumberPlugin,
        ],
        migrations: [...auditMigrations, ...gdprMigrations, ...restApiMigrations],
    });
    const { sql, adminClient } = shop;
    const guest = shop.newShopClient();
    const tokens: string[] = [];

    const asGuest = <T>(text: string) => guest.query<T>(parse(text));
    const runTask = async (id: string) => {
        const { app } = shop.server;
        const tasks = app.get(ConfigService).schedulerOptions.tasks ?? [];
        await tasks.find(task => task.id === id)?.execute(new Injector(app.get(ModuleRef)));
    };
    const actionsFromThere = async () =>
        (
            await sql<{ action: string }>(
                'SELECT DISTINCT action FROM efi_audit.entry WHERE address = $1 OR client = $2 ORDER BY action',
                [IP, BROWSER],
            )
        ).map(({ action }) => action);
    /** Asks by mail, and follows the link. */
    const request = async (kind: string) => {
        tokens.length = 0;
        await asGuest(
            `mutation { askEfiPrivacyByMail(input: { emailAddress: "${GUEST}", kind: ${kind} }) { success } }`,
        );
        await vi.waitFor(() => expect(tokens).toHaveLength(1), 15_000);
        const { confirmEfiPrivacyByMail: confirmed } = await asGuest<{
            confirmEfiPrivacyByMail: { token: string; request: { id: string } };
        }>(`mutation { confirmEfiPrivacyByMail(token: "${tokens[0]}") {
            ... on EfiPrivacyConfirmed { token request { id } } } }`);
        return confirmed;
    };
    const completed = (id: string) =>
        vi.waitFor(
            async () =>
                expect(await sql('SELECT state FROM efi_gdpr_request WHERE id = $1', [id])).toEqual([
                    { state: 'COMPLETED' },
                ]),
            15_000,
        );

    beforeAll(async () => {
        await shop.start();
        const { app } = shop.server;
        await app.get(JobQueueService).start();
        (app.getHttpAdapter().getInstance() as Express).set('trust proxy', 1);
        app.get(EventBus)
            .ofType(PrivacyMailEvent)
            .subscribe(({ mail }) => tokens.push(mail.token));
        Object.assign((guest as unknown as { headers: object }).headers, {
            'x-forwarded-for': IP,
            'user-agent': BROWSER,
        });
        for (const step of [
            'addItemToOrder(productVariantId: "T_1", quantity: 1) { __typename }',
            `setCustomerForOrder(input: { firstName: "Gwendolyn", lastName: "Underbough",
                emailAddress: "${GUEST}" }) { __typename }`,
            `setOrderShippingAddress(input: { fullName: "G U", streetLine1: "Way 1", city: "Wien",
                postalCode: "1010", countryCode: "AT" }) { __typename }`,
            'setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename }',
            'transitionOrderToState(state: "ArrangingPayment") { __typename }',
            'addPaymentToOrder(input: { method: "card", metadata: {} }) { __typename }',
            `login(username: "${GUEST}", password: "guessed") { __typename }`,
            `requestPasswordReset(emailAddress: "${GUEST}") { __typename }`,
        ]) {
            await asGuest(`mutation { ${step} }`);
        }
    });
    afterAll(() => shop.stop());

    it('is not told of with an address where nobody could find it again', async () => {
        const other = shop.newShopClient();
        await other.query(
            parse('mutation { requestPasswordReset(emailAddress: "nobody@example.org") { __typename } }'),
        );
        expect(
            await sql(
                `SELECT address, client, resource_id FROM efi_audit.entry
                  WHERE action = 'requestPasswordReset' ORDER BY id DESC LIMIT 1`,
            ),
        ).toEqual([{ address: null, client: null, resource_id: null }]);
    });

    it('is found again who makes an account of it', async () => {
        const other = shop.newShopClient();
        await other.query(
            parse(
                `mutation { registerCustomerAccount(input: { emailAddress: "new@example.org" }) { __typename } }`,
            ),
        );
        const [account] = await sql<{ id: number }>(
            `SELECT id FROM "user" WHERE identifier = 'new@example.org'`,
        );
        expect(
            await sql(
                `SELECT address IS NOT NULL AS known, resource_type, resource_id FROM efi_audit.entry
                  WHERE action = 'registerCustomerAccount'`,
            ),
        ).toEqual([{ known: true, resource_type: 'User', resource_id: String(account?.id) }]);
    });

    it('keeps the VAT number of an order to itself, also when that is deleted', async () => {
        const { createDraftOrder: order } = await adminClient.query<{ createDraftOrder: { id: string } }>(
            parse('mutation { createDraftOrder { id } }'),
        );
        await sql('UPDATE "order" SET "customFieldsEfivatnumber" = $1 WHERE id = $2', [
            VAT,
            Number(order.id.replace('T_', '')),
        ]);
        await adminClient.query(parse(`mutation { deleteDraftOrder(orderId: "${order.id}") { result } }`));
        const [entry] = await sql<{ before: unknown }>(
            `SELECT before FROM efi_audit.entry WHERE action = 'deleteDraftOrder'`,
        );
        expect(entry?.before).toMatchObject({ state: 'Draft', customFieldsEfivatnumber: '[masked]' });
    });

    it('is given all that was done from where', async () => {
        const { token, request: asked } = await request('PORTABILITY');
        await completed(asked.id);
        expect(await actionsFromThere()).toEqual(ACTS);
        const { efiPrivacyMailLink: link } = await asGuest<{
            efiPrivacyMailLink: { request: { download: { path: string } } };
        }>(`{ efiPrivacyMailLink(token: "${token}") { request { download { path } } } }`);
        const response = await fetch(
            `http://localhost:${shop.config.apiOptions.port}${link.request.download.path}`,
        );
        const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
        const data = JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array())) as Record<
            string,
            { action: string; address: string }[]
        >;
        const given = data['efi_audit.entry']?.filter(({ address }) => address === IP);
        expect([...new Set(given?.map(({ action }) => action))].sort()).toEqual(ACTS);
    });

    it('is erased with them, and the chain stays whole', async () => {
        const { request: asked } = await request('ERASURE');
        await sql('UPDATE efi_gdpr_request SET "startsAt" = now() WHERE id = $1', [asked.id]);
        await runTask('efi-privacy-requests');
        await completed(asked.id);
        expect(await actionsFromThere()).toEqual([]);
        const traces: string[] = [];
        for await (const { where, content } of databaseTexts(sql)) {
            traces.push(
                ...[IP, BROWSER, VAT].filter(word => content.includes(word)).map(word => `${where}: ${word}`),
            );
        }
        expect(traces).toEqual([]);
        await sql('SELECT efi_audit.link_pending(5000)');
        await runTask('efi-verify-audit-trail');
        expect(await sql('SELECT ok FROM efi_audit.verification ORDER BY id DESC LIMIT 1')).toEqual([
            { ok: true },
        ]);
    });
});
