import { GdprPlugin, personalDataRegistry } from '@efi/gdpr-plugin';
import { databaseTexts, Disguises, testShop } from '@efi/plugin-kit/testing';
import { ModuleRef } from '@nestjs/core';
import {
    ConfigService,
    Injector,
    JobQueueService,
    TransactionalConnection,
    type VendureLogger,
} from '@vendure/core';
import { strFromU8, unzipSync } from 'fflate';
import type { Express } from 'express';
import { parse } from 'graphql';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { heldDataSuite } from './held-data.suite';
import { operatedProvider } from '../../e2e/support/operated-provider';
import { leaveEverywhere, LEXEMES, PERSONAL, SOMEBODY } from '../../e2e/support/somebody-everywhere';
import { migrations } from '../../migrations';
import { config } from '../vendure-config';
import { auditedActs } from './audited-acts.suite';

/** Set before the configuration is read: a place of its own for mails, keys and the log of erasures. */
const dataDir = vi.hoisted(() => {
    process.env.ENCRYPTION = 'environment';
    process.env.ENCRYPTION_MASTER_KEYS = `test:${Buffer.alloc(32, 5).toString('base64')}`;
    return (process.env.DATA_DIR = `/tmp/efi-erasure-${process.pid}`);
});
const { email: EMAIL, street: STREET, phone: PHONE } = SOMEBODY;
const PASSWORD: string = SOMEBODY.password;

/** What is said in the log, whole. */
const said: string[] = [];
const say = (message: string, context?: string) => void said.push(`${context ?? ''} ${message}`);
const logger: VendureLogger = {
    error: (message, context, trace) => say(`${message} ${trace ?? ''}`, context),
    warn: say,
    info: say,
    verbose: say,
    debug: say,
};

const leftOut =
    /^(AssetServerPlugin|DashboardPlugin|GraphiqlPlugin|DemoPlugin|AdminUiPlugin|DefaultSchedulerPlugin)$/;

describe('a customer’s data in the whole application', async () => {
    const plugins = (config.plugins ?? []).filter(
        plugin => !leftOut.test('module' in plugin ? plugin.module.name : plugin.name),
    );
    // Vendure's own tables are there already.
    const { provider, ...paying } = operatedProvider();
    const shop = await testShop({ plugins, ...paying, migrations: migrations.slice(1), config: { logger } });
    const { sql } = shop;
    const [shopper, stranger] = [shop.newShopClient(), shop.newShopClient()] as const;
    let customerId = 0;
    let figures: unknown;
    let disguises: Disguises;
    const mentions = (content: string | Buffer) => disguises.in(content);
    const address = `fullName: "Xaverine Quillfeather", streetLine1: "${STREET}", city: "Wien", postalCode: "1010",
        countryCode: "AT", phoneNumber: "${PHONE}"`;

    interface Request {
        readonly id: string;
        readonly state: string;
        readonly canCancel: boolean;
        readonly download: { readonly path: string } | null;
        readonly reason?: string;
    }

    const FIELDS = 'id state canCancel download { path }';
    const ask = async (client: typeof shopper, kind: string, password = PASSWORD): Promise<Request> => {
        const { requestEfiPrivacy } = await client.query<{ requestEfiPrivacy: Request }>(
            parse(`mutation { requestEfiPrivacy(input: { kind: ${kind}, password: "${password}" }) {
                ... on EfiPrivacyRequest { ${FIELDS} } ... on EfiPrivacyRequestRefusedError { reason } } }`),
        );
        return requestEfiPrivacy;
    };
    const own = async (id: string) => {
        const { efiPrivacyRequests } = await shopper.query<{ efiPrivacyRequests: Request[] }>(
            parse(`{ efiPrivacyRequests { ${FIELDS} } }`),
        );
        return efiPrivacyRequests.find(request => request.id === id);
    };
    const base = () => `http://localhost:${shop.config.apiOptions.port}`;
    const fetchAs = (client: typeof shopper | undefined, where: string) =>
        fetch(base() + where, {
            headers: client ? { authorization: `Bearer ${client.getAuthToken()}` } : {},
        });
    const stateOf = async (id: string) =>
        (await sql<{ state: string }>('SELECT state FROM efi_gdpr_request WHERE id = $1', [id]))[0]?.state;
    const sweep = async () => {
        const { app } = shop.server;
        const tasks = app.get(ConfigService).schedulerOptions.tasks ?? [];
        await tasks
            .find(({ id }) => id === 'efi-privacy-requests')
            ?.execute(new Injector(app.get(ModuleRef)));
    };
    const readFigures = () =>
        sql(`SELECT o.code, o.state, o."subTotal", o."subTotalWithTax", o.shipping, o."shippingWithTax",
                    o."orderPlacedAt", o."customerId", p.amount, p.state AS paid, l."taxLines", l.quantity,
                    (SELECT sum("stockOnHand") || ' ' || sum("stockAllocated") FROM stock_level) AS stock
               FROM "order" o JOIN order_line l ON l."orderId" = o.id LEFT JOIN payment p ON p."orderId" = o.id
              WHERE o."customerId" = ${customerId} ORDER BY l.id`);

    beforeAll(async () => {
        await shop.start();
        await shop.server.app.get(JobQueueService).start();
        (shop.server.app.getHttpAdapter().getInstance() as Express).set('trust proxy', 1);
        const lexemes = await sql<{ text: string }>(LEXEMES, [
            [SOMEBODY.firstName, SOMEBODY.lastName, EMAIL, STREET].join(', '),
        ]);
        disguises = new Disguises(
            PERSONAL,
            lexemes.map(({ text }) => text),
        );
        const customers = await Promise.all(
            [EMAIL, 'somebody.else@example.org'].map((emailAddress, index) =>
                shop.adminClient.query<{ createCustomer: { id: string } }>(
                    parse(`mutation { createCustomer(password: "${PASSWORD}", input: {
                        firstName: "${index ? 'Some' : 'Xaverine'}", lastName: "${index ? 'Body' : 'Quillfeather'}",
                        emailAddress: "${emailAddress}", phoneNumber: "${index ? '' : PHONE}" }) {
                        ... on Customer { id } } }`),
                ),
            ),
        );
        customerId = Number(customers[0]?.createCustomer.id.replace('T_', ''));
        Object.assign((shopper as unknown as { headers: object }).headers, {
            'x-forwarded-for': SOMEBODY.ip,
            'user-agent': SOMEBODY.browser,
        });
        await shopper.asUserWithCredentials(EMAIL, 'not the password');
        await shopper.asUserWithCredentials(EMAIL, PASSWORD);
        await stranger.asUserWithCredentials('somebody.else@example.org', PASSWORD);
        await shopper.query(
            parse(`mutation {
                createCustomerAddress(input: { ${address} }) { id }
                addItemToOrder(productVariantId: "T_1", quantity: 2) { __typename }
                setOrderShippingAddress(input: { ${address} }) { __typename }
                setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename }
                transitionOrderToState(state: "ArrangingPayment") { __typename }
                addPaymentToOrder(input: { method: "card", metadata: { public: { holder: "Xaverine" } } }) {
                    ... on Order { code } ... on ErrorResult { message } }
            }`),
        );
        await shopper.query(
            parse('mutation { addItemToOrder(productVariantId: "T_2", quantity: 1) { __typename } }'),
        );
        await fillPluginTables();
        figures = await readFigures();
    });

    afterAll(async () => {
        await shop.stop();
        rmSync(dataDir, { recursive: true, force: true });
    });

    /** What the plugins would have kept of the same person over the months. */
    async function fillPluginTables(): Promise<void> {
        const [order] = await sql<{ id: number; code: string }>(
            `SELECT id, code FROM "order" WHERE "customerId" = ${customerId} AND "orderPlacedAt" IS NOT NULL`,
        );
        const json = JSON.stringify({ to: EMAIL, name: 'Xaverine Quillfeather', street: STREET });
        const intent = '00000000-0000-4000-8000-000000000001';
        const statements = [
            `INSERT INTO efi_behaviour_event (at, "channelId", type, session, "customerId", term)
             VALUES (now(), 1, 'searched', 'v1', ${customerId}, 'gift for Quillfeather')`,
            `INSERT INTO efi_payment_intent (id, "orderId", "orderCode", "channelId", "methodCode", gateway, amount,
                currency, "captureMode", "languageCode", state, card, "failureMessage", action)
             VALUES ('${intent}', ${order?.id}, '${order?.code}', 1, 'card', 'stripe', 100, 'EUR', 'automatic', 'en',
                'captured', '{"holder": "Xaverine Quillfeather"}', 'refused for Quillfeather', '{"url": "?e=${EMAIL}"}')`,
            `INSERT INTO efi_payment_review ("intentId", "quarantineReason", resolution, reason, "userId",
                "userIdentifier") VALUES ('${intent}', 'amount', 'void', 'Quillfeather called', 1, 'superadmin')`,
            `INSERT INTO efi_rest_idempotency (scope, "requestHash", status, headers, body)
             VALUES ('s', 'h', 200, '{}', '${json}')`,
            `INSERT INTO efi_job ("queueName", data, state, "isSettled", error)
             VALUES ('some-other-queue', '${json}', 'FAILED', true, 'can not reach ${EMAIL.toLowerCase()}')`,
            `INSERT INTO history_entry (type, "isPublic", data, discriminator, "customerId")
             VALUES ('CUSTOMER_NOTE', false, '{"note":"Quillfeather rang from ${PHONE}"}', 'customer-history-entry',
                ${customerId})`,
            `INSERT INTO history_entry (type, "isPublic", data, discriminator, "orderId")
             VALUES ('ORDER_NOTE', false, '{"note":"leave it with Quillfeather"}', 'order-history-entry', ${order?.id})`,
            `INSERT INTO history_entry (type, "isPublic", data, discriminator, "orderId")
             VALUES ('ORDER_REFUND_TRANSITION', true, '{"from":"Pending","to":"Settled","reason":"Quillfeather"}',
                'order-history-entry', ${order?.id})`,
            `INSERT INTO order_modification (note, "shippingAddressChange", "priceChange", "orderId")
             VALUES ('for Xaverine', '${json}', 0, ${order?.id})`,
        ];
        for (const statement of statements) {
            await sql(statement);
        }
        const registry = personalDataRegistry(shop.config.plugins);
        expect(await leaveEverywhere(sql, registry, customerId)).toEqual([]);
        await whatStaffSay(order?.id ?? 0);
    }

    /** Free text, and what they look for. */
    async function whatStaffSay(orderId: number): Promise<void> {
        const staff = (text: string) => shop.adminClient.query(parse(text));
        await staff(`mutation { addNoteToOrder(input: { id: "T_${orderId}", note: "Quillfeather rang",
            isPublic: false }) { id } }`);
        await staff(`mutation { addNoteToCustomer(input: { id: "T_${customerId}", note: "lives in ${STREET}",
            isPublic: false }) { id } }`);
        await staff(`mutation { cancelOrder(input: { orderId: "T_${orderId}",
            reason: "Xaverine Quillfeather wants it no more" }) { __typename } }`);
        await staff(`{ efiAuditEntries(filter: { user: "${EMAIL}" }) { hasMore } }`);
        await staff(
            `{ customers(options: { filter: { emailAddress: { eq: "${EMAIL}" } } }) { totalItems } }`,
        );
    }

    it('has left neither password nor token in what the jobs of its requests keep', async () => {
        const kept = (what: string) =>
            sql<{ count: number }>(
                'SELECT count(*)::int AS count FROM efi_job WHERE strpos(data::text, $1) > 0',
                [what],
            );
        expect((await kept('_apiType'))[0]?.count).toBeGreaterThan(0);
        expect((await kept(PASSWORD))[0]?.count).toBe(0);
        expect((await kept(shopper.getAuthToken()))[0]?.count).toBe(0);
    });

    it('is not given to whoever does not know the password', async () => {
        expect(await ask(shopper, 'ACCESS', 'wrong')).toEqual({ reason: 'WRONG_PASSWORD' });
    });

    it('is given out whole, in a file for its owner alone', async () => {
        const { id } = await ask(shopper, 'ACCESS');
        await vi.waitFor(async () => expect((await own(id))?.state).toBe('COMPLETED'), 15_000);
        const where = (await own(id))?.download?.path ?? '';
        expect((await fetchAs(undefined, where)).status).toBe(403);
        expect((await fetchAs(stranger, where)).status).toBe(404);
        expect((await fetchAs(shopper, `${where}x`)).status).toBe(404);

        const response = await fetchAs(shopper, where);
        expect(response.status).toBe(200);
        const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
        const data = JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array())) as Record<
            string,
            unknown[]
        >;
        expect(Object.keys(data)).toEqual(
            expect.arrayContaining([
                'customer',
                'user',
                'address',
                'order',
                'order_line',
                'payment',
                'efi_behaviour_event',
                'efi_recommendation_hidden',
                'efi_payment_intent',
                'efi_job',
                'history_entry of orders',
            ]),
        );
        expect(JSON.stringify(data)).not.toContain('passwordHash');
        expect(strFromU8(files['summary.html'] ?? new Uint8Array())).toContain(STREET);
        expect(strFromU8(files['csv/address.csv'] ?? new Uint8Array())).toContain(STREET);
    });

    it('lies encrypted in the database', async () => {
        const rows = await sql<{ content: string }>(
            `SELECT content, "sealedToken" FROM efi_gdpr_export WHERE content <> 'none'`,
        );
        expect(rows).toHaveLength(1);
        expect(mentions(JSON.stringify(rows))).toEqual([]);
    });

    it('is not erased while that can be taken back, nor asked for twice', async () => {
        const { id, state, canCancel } = await ask(shopper, 'ERASURE');
        expect({ state, canCancel }).toEqual({ state: 'VERIFIED', canCancel: true });
        expect(await ask(shopper, 'ERASURE')).toEqual({ reason: 'OPEN_ALREADY' });
        await sweep();
        const cancelled = await shopper.query<{ cancelEfiPrivacyRequest: Request }>(
            parse(`mutation { cancelEfiPrivacyRequest(id: "${id}") { ... on EfiPrivacyRequest { state } } }`),
        );
        expect(cancelled.cancelEfiPrivacyRequest.state).toBe('CANCELLED');
        await sql('UPDATE efi_gdpr_request SET "startsAt" = now() WHERE id = $1', [id]);
        await sweep();
        expect(await stateOf(id)).toBe('CANCELLED');
        expect(await sql('SELECT FROM customer WHERE "lastName" = $1', ['Quillfeather'])).toHaveLength(1);
    });

    it('is erased but for what is held, whatever dies meanwhile, and nothing of it is left anywhere', async () => {
        expect((await traces()).length).toBeGreaterThan(100);
        const { id } = await ask(shopper, 'ERASURE');
        await shop.adminClient.query(
            parse(`mutation { holdEfiPrivacyData(input: { customerId: "T_${customerId}",
                parts: ["address", "customer", "order", "payment", "history_entry of orders"],
                because: "a dispute with Quillfeather", until: "2099-01-01T00:00:00Z" }) { __typename } }`),
        );
        const token = shopper.getAuthToken();
        // The worker's connection is cut in the middle of a part, as when the process is killed.
        await sql('UPDATE efi_gdpr_request SET "startsAt" = now() WHERE id = $1', [id]);
        const blocked = await blockOnePart();
        await sweep();
        await blocked.kill();
        await vi.waitFor(async () => expect(await stateOf(id)).toBe('PARTIAL'), 15_000);
        const unfinished = await sql(
            `SELECT state, string_agg(part, ', ' ORDER BY part) AS parts FROM efi_gdpr_part
              WHERE "requestId" = $1 AND state <> 'DONE' GROUP BY state ORDER BY state`,
            [id],
        );
        const held = 'address, customer, efi_gdpr_legal_hold, history_entry of orders, order, payment';
        expect(unfinished).toEqual([
            { state: 'FAILED', parts: 'order_modification' },
            { state: 'HELD', parts: held },
        ]);
        await sql('UPDATE efi_gdpr_request SET "nextTryAt" = now() WHERE id = $1', [id]);
        await sweep();
        await vi.waitFor(async () => expect(await stateOf(id)).toBe('COMPLETED'), 15_000);

        expect(await traces()).toEqual([]);
        expect(await readFigures()).toEqual(figures);
        const signedOut = await fetch(`${base()}/shop-api`, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: JSON.stringify({ query: '{ activeCustomer { id } }' }),
        });
        expect(await signedOut.json()).toEqual({ data: { activeCustomer: null } });
        // Of somebody else: where it is tried from is written down.
        expect(await shop.newShopClient().asUserWithCredentials(EMAIL, PASSWORD)).toMatchObject({
            errorCode: 'INVALID_CREDENTIALS_ERROR',
        });
        await expectCertificate(id);
    });

    heldDataSuite(shop, { mentions, sweep, traces: () => traces(), sought: `${STREET} ${EMAIL}` });

    it('is erased again when an older backup brings it back', async () => {
        await sql('DELETE FROM efi_gdpr_erasure');
        await sql(
            `UPDATE customer SET "emailAddress" = '${EMAIL}', "lastName" = 'Quillfeather' WHERE id = ${customerId}`,
        );
        await shop.server.app.get(GdprPlugin).onApplicationBootstrap();
        expect(await traces()).toEqual([]);
        expect(await sql('SELECT FROM efi_gdpr_erasure')).toHaveLength(1);
    });
    auditedActs(shop, provider);

    /** Holds what one part needs, and cuts off whoever waits for it. */
    async function blockOnePart() {
        const runner = shop.server.app.get(TransactionalConnection).rawConnection.createQueryRunner();
        await runner.startTransaction();
        await runner.query('LOCK TABLE order_modification IN ACCESS EXCLUSIVE MODE');
        return {
            kill: async () => {
                // Not on the runner's own connection: within a transaction it would see no news of the others.
                await vi.waitFor(
                    async () =>
                        expect(
                            await sql(
                                `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                                  WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE "order_modification"%'`,
                            ),
                        ).toHaveLength(1),
                    15_000,
                );
                await runner.rollbackTransaction();
                await runner.release();
            },
        };
    }

    async function expectCertificate(id: string): Promise<void> {
        const shown = await fetchAs(undefined, `/api/v1/users/requests/${id}`);
        const { certificate, state } = (await shown.json()) as { certificate: string; state: string };
        const keys = await fetchAs(undefined, '/api/v1/users/certificate-keys');
        const { payload } = await compactVerify(
            certificate,
            createLocalJWKSet((await keys.json()) as JSONWebKeySet),
        );
        const claims = JSON.parse(new TextDecoder().decode(payload)) as { jti: string; parts: unknown[] };
        expect({ state, jti: claims.jti }).toEqual({ state: 'COMPLETED', jti: id });
        expect(claims.parts.length).toBeGreaterThan(20);
        expect(mentions(JSON.stringify(claims))).toEqual([]);
    }

    /** Where any of the strings is, in any disguise: all that a dump has, files, the log. */
    async function traces(): Promise<string[]> {
        const found: string[] = [];
        const look = (where: string, content: string | Buffer) =>
            mentions(content).forEach(word => found.push(`${where}: ${word}`));
        const places = new Set<string>();
        for await (const { where, content } of databaseTexts(sql)) {
            places.add(where);
            look(where, content);
        }
        expect(places.size).toBeGreaterThan(80);
        for (const file of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) {
            const full = path.join(dataDir, file);
            look('a file’s name', file);
            look(file, statSync(full).isFile() ? readFileSync(full) : '');
        }
        look('the log', said.join('\n'));
        return found;
    }
});
