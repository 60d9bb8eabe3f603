import { trailOf } from '@efi/audit-plugin';
import { encryptionCommand } from '@efi/gdpr-plugin';
import { parse } from 'graphql';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { OperatedGateway } from '../../e2e/support/operated-provider';
import { loadEnv } from '../env';
import { type Act, some } from './audited-act.suite';
import { importOf, runPricing, type Shop } from './audited-jobs';
import { booksOnlyWhatIsWritten, modelActs, providerActs } from './audited-payments.suite';
import { encryptionOptions } from './encryption';

const EMAIL = 'Ottokar.Tintenfisch@example.org';
const PASSWORD = 'test-of-Audit-1';

/** That each kind of act leaves its entry, in the whole application. */
export function auditedActs(shop: Shop, provider: OperatedGateway): void {
    describe('the audit trail', () => {
        const { adminClient, sql } = shop;
        const shopper = shop.newShopClient();
        let customerId = '';
        let requests = 0;
        let machineKey = '';

        const base = () => `http://localhost:${shop.config.apiOptions.port}`;
        const admin = <T = Record<string, unknown>>(text: string, variables = {}) =>
            adminClient.query<T>(parse(text), variables);
        const requestId = () => `act-${requests}`;

        /** Straight, so that it has a name that the entry is to have too. */
        const send = (
            where: string,
            {
                token,
                body,
                method = 'POST',
            }: {
                token?: string;
                body?: unknown;
                method?: string;
            } = {},
        ) =>
            fetch(`${base()}${where}`, {
                method,
                headers: {
                    'content-type': 'application/json',
                    'x-request-id': requestId(),
                    ...(token ? { authorization: `Bearer ${token}` } : {}),
                },
                ...(body ? { body: JSON.stringify(body) } : {}),
            });
        const asStaff = (query: string, variables = {}) =>
            send('/admin-api', { token: adminClient.getAuthToken(), body: { query, variables } });
        const asShopper = (query: string) =>
            send('/shop-api', { token: shopper.getAuthToken(), body: { query } });
        const signIn = (audience: string, password: string) =>
            send(`/api/v1/auth/token/${audience}`, { body: { username: EMAIL, password } });

        beforeAll(async () => {
            const { createCustomer } = await admin<{ createCustomer: { id: string } }>(
                `mutation { createCustomer(password: "${PASSWORD}", input: { firstName: "Ottokar",
                    lastName: "Tintenfisch", emailAddress: "${EMAIL}" }) { ... on Customer { id } } }`,
            );
            customerId = createCustomer.id.replace('T_', '');
            await shopper.asUserWithCredentials(EMAIL, PASSWORD);
            const { createEfiMachineKey } = await admin<{ createEfiMachineKey: { key: string } }>(
                `mutation { createEfiMachineKey(input: { name: "till", scopes: ["ReadCatalog", "ReadProduct"] }) {
                    ... on EfiNewMachineKey { key } } }`,
            );
            machineKey = createEfiMachineKey.key;
        });

        const acts: readonly Act[] = [
            {
                title: 'a sign-in to the Shop API',
                act: () =>
                    send('/shop-api', {
                        body: {
                            query: `mutation { login(username: "${EMAIL}", password: "${PASSWORD}") { __typename } }`,
                        },
                    }),
                entries: [
                    { action: 'sign-in', status: 'success', class: 'authentication', resource_type: 'User' },
                ],
            },
            {
                title: 'one with a wrong password',
                act: () =>
                    send('/shop-api', {
                        body: {
                            query: `mutation { login(username: "${EMAIL}", password: "wrong") { __typename } }`,
                        },
                    }),
                entries: [
                    { action: 'login', status: 'refused', actor_kind: 'anonymous', resource_type: 'User' },
                ],
            },
            {
                title: 'a sign-in at the token route of REST',
                act: () => signIn('shop', PASSWORD),
                entries: [{ action: 'sign-in', status: 'success', class: 'authentication' }],
            },
            {
                title: 'one there with a wrong password',
                act: () => signIn('shop', 'wrong'),
                entries: [
                    {
                        ...{ action: 'authenticate', status: 'refused', class: 'authentication' },
                        ...{ resource_type: 'User', detail: some({ reason: 'INVALID_CREDENTIALS_ERROR' }) },
                    },
                ],
            },
            {
                title: 'a passkey that is none',
                act: () =>
                    send('/shop-api', {
                        body: {
                            query: `mutation { authenticate(input: { efiPasskey: { id: "x", clientDataJSON: "x",
                                authenticatorData: "x", signature: "x" } }) { __typename } }`,
                        },
                    }),
                entries: [{ action: 'authenticate', status: 'refused', class: 'authentication' }],
            },
            {
                isApart: true,
                title: 'a machine key in use',
                act: () => send('/api/v1/bulk/products', { token: machineKey, method: 'GET' }),
                entries: [
                    {
                        action: 'use-machine-key',
                        status: 'success',
                        class: 'authentication',
                        resource_type: 'EfiMachineKey',
                    },
                ],
            },
            {
                isApart: true,
                title: 'a machine key that is none',
                act: () =>
                    send('/api/v1/bulk/products', { token: `${machineKey.slice(0, -4)}AAAA`, method: 'GET' }),
                entries: [{ action: 'use-machine-key', status: 'refused', class: 'authentication' }],
            },
            {
                title: 'what GraphQL denies',
                act: () =>
                    send('/admin-api', {
                        token: shopper.getAuthToken(),
                        body: { query: '{ customers { totalItems } }' },
                    }),
                entries: [{ action: 'customers', status: 'denied', class: 'security' }],
            },
            {
                title: 'what REST denies',
                act: () => send('/api/v1/bulk/customers', { token: machineKey, method: 'GET' }),
                entries: [
                    { action: 'GET /api/v1/bulk/customers', status: 'denied', actor_kind: 'machine-key' },
                ],
            },
            {
                title: 'a price and a count that staff change',
                act: () =>
                    asStaff(
                        `mutation { updateProductVariants(input: [{ id: "T_3", price: 4321, stockOnHand: 55 }]) { id } }`,
                    ),
                entries: [
                    {
                        ...{
                            action: 'updateProductVariants',
                            status: 'success',
                            actor_kind: 'administrator',
                        },
                        resource_type: 'ProductVariant',
                        before: some({ productVariantPrices: { 3: some({ price: 4000 }) } }),
                        after: some({ productVariantPrices: { 3: some({ price: 4321 }) } }),
                    },
                    {
                        action: 'move-stock',
                        resource_type: 'ProductVariant',
                        detail: some({ type: 'ADJUSTMENT' }),
                    },
                ],
            },
            {
                title: 'prices and counts that an import changes',
                isApart: true,
                act: () => importOf(shop, 'Lamp,lamp,,,,,,LAMP,12.34,standard,81,false,,'),
                entries: [
                    {
                        ...{
                            action: 'import-catalogue',
                            status: 'success',
                            resource_type: 'EfiCatalogueRun',
                        },
                        before: expect.anything() as unknown,
                        after: expect.anything() as unknown,
                    },
                ],
            },
            {
                title: 'prices that a pricing run changes',
                isApart: true,
                act: () => runPricing(shop),
                entries: [
                    { action: 'pricing.run.started', status: 'success', resource_type: 'Pricing' },
                    {
                        ...{ action: 'pricing.prices-written', actor_kind: 'system' },
                        resource_type: 'ProductVariantPrice',
                        before: expect.anything() as unknown,
                        after: expect.anything() as unknown,
                    },
                ],
            },
            {
                title: 'a role that gains permissions',
                act: async () => {
                    const { roles } = await admin<{ roles: { items: { id: string }[] } }>(
                        `{ roles(options: { filter: { code: { eq: "merchandiser" } }, take: 1 }) { items { id } } }`,
                    );
                    const id = roles.items[0]?.id;
                    return asStaff(
                        `mutation { updateRole(input: { id: "${id}", permissions: [ReadOrder, ReadCatalog, ReadAsset] }) { id } }`,
                    );
                },
                entries: [
                    {
                        ...{
                            action: 'updateRole',
                            status: 'success',
                            class: 'security',
                            resource_type: 'Role',
                        },
                        before: some({ permissions: expect.anything() as unknown }),
                        after: some({ permissions: expect.anything() as unknown }),
                    },
                ],
            },
            {
                title: 'a payment, and what a model makes of it',
                act: async () => {
                    for (const step of [
                        'addItemToOrder(productVariantId: "T_2", quantity: 1) { __typename }',
                        `setOrderShippingAddress(input: { fullName: "O T", streetLine1: "Weg 1", city: "Wien",
                            postalCode: "1010", countryCode: "AT" }) { __typename }`,
                        'setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename }',
                        'transitionOrderToState(state: "ArrangingPayment") { __typename }',
                        'addPaymentToOrder(input: { method: "card", metadata: {} }) { __typename }',
                    ]) {
                        await asShopper(`mutation { ${step} }`);
                    }
                },
                entries: [
                    {
                        ...{ action: 'transition-payment', status: 'success', actor_kind: 'customer' },
                        resource_type: 'Payment',
                        ...{ before: { state: 'Created' }, after: some({}) },
                    },
                    { action: 'move-stock', detail: some({ type: 'ALLOCATION' }) },
                ],
            },
            {
                title: 'a refund',
                act: async () => {
                    const [payment] = await sql<{ id: number }>(
                        'SELECT id FROM payment ORDER BY id DESC LIMIT 1',
                    );
                    const { data } = (await (
                        await asStaff(
                            `mutation { refundOrder(input: { paymentId: "T_${payment?.id}", lines: [], shipping: 0,
                            adjustment: 0, amount: 100, reason: "goodwill" }) { ... on Refund { id } } }`,
                        )
                    ).json()) as { data: { refundOrder: { id: string } } };
                    return asStaff(
                        `mutation { settleRefund(input: { id: "${data.refundOrder.id}", transactionId: "r" }) { __typename } }`,
                    );
                },
                entries: [
                    { action: 'refundOrder', status: 'success', actor_kind: 'administrator' },
                    {
                        ...{ action: 'transition-refund', resource_type: 'Refund' },
                        ...{ before: { state: 'Pending' }, after: { state: 'Settled' } },
                        detail: some({ total: 100 }),
                    },
                ],
            },
            ...providerActs(shop, provider),
            ...modelActs(shop, asStaff),
            {
                title: 'a customer who asks for the own data, and gets it',
                act: async () => {
                    await send('/api/v1/users/export', {
                        token: shopper.getAuthToken(),
                        body: { password: PASSWORD },
                    });
                    await vi.waitFor(async () => expect(await requestState()).toBe('COMPLETED'), 15_000);
                    const { efiPrivacyRequests } = await shopper.query<{
                        efiPrivacyRequests: { download: { path: string } }[];
                    }>(parse('{ efiPrivacyRequests { download { path } } }'));
                    return send(efiPrivacyRequests[0]?.download.path ?? '', {
                        ...{ token: shopper.getAuthToken(), method: 'GET' },
                    });
                },
                entries: [
                    {
                        ...{ action: 'request-personal-data', actor_kind: 'customer', class: 'security' },
                        ...{ resource_type: 'EfiPrivacyRequest', detail: some({ kind: 'PORTABILITY' }) },
                    },
                    { action: 'export-personal-data', actor_kind: 'system', after: { state: 'COMPLETED' } },
                    { action: 'download-personal-data', actor_kind: 'customer', class: 'security' },
                ],
            },
            {
                isApart: true,
                title: 'keys that are wrapped anew beside the running shop',
                act: async () => {
                    const env = loadEnv();
                    const options = encryptionOptions(env);
                    const [database] = await sql<{ name: string }>('SELECT current_database() AS name');
                    const url = new URL(String(process.env.EFI_TEST_DATABASE_URL));
                    url.pathname = `/${database?.name}`;
                    return (
                        options && encryptionCommand(url.href, options, 'rewrap', () => undefined, trailOf)
                    );
                },
                entries: [
                    {
                        action: 'rewrap-encryption-keys',
                        actor_kind: 'system',
                        resource_type: 'EncryptionKeys',
                    },
                ],
            },
        ];

        it.each(acts)('tells of $title', { timeout: 30_000 }, async ({ act, entries, isApart }) => {
            requests++;
            const [last] = await sql<{ id: string }>(
                'SELECT coalesce(max(id), 0) AS id FROM efi_audit.entry',
            );
            await act();
            await vi.waitFor(async () => {
                const written = await sql<Record<string, unknown>>(
                    'SELECT * FROM efi_audit.entry WHERE id > $1 ORDER BY id',
                    [last?.id],
                );
                for (const entry of entries) {
                    expect(written).toContainEqual(some({ status: 'success', ...entry }));
                }
                const staff = ['administrator', 'customer', 'machine-key'];
                expect(written).not.toContainEqual(
                    some({ user_id: null, actor_kind: expect.toBeOneOf(staff) as unknown }),
                );
                expect(isApart ?? written.some(entry => entry.request_id === requestId())).toBe(true);
            }, 15_000);
        });

        booksOnlyWhatIsWritten(shop, provider);

        it('has told of the erasures before, and of the keys that they destroyed', async () => {
            const told = await sql<{ action: string }>(
                `SELECT DISTINCT action FROM efi_audit.entry
                  WHERE action IN ('erase-personal-data', 'destroy-encryption-keys', 'leave-privacy-request-partial',
                                   'cancel-privacy-request', 'request-personal-data') ORDER BY action`,
            );
            expect(told).toHaveLength(5);
        });

        async function requestState(): Promise<string | undefined> {
            const [row] = await sql<{ state: string }>(
                'SELECT state FROM efi_gdpr_request WHERE "customerId" = $1 ORDER BY "createdAt" DESC LIMIT 1',
                [customerId],
            );
            return row?.state;
        }
    });
}
