import { testShop } from '@efi/plugin-kit/testing';
import { type Middleware, TransactionalConnection } from '@vendure/core';
import type { SimpleGraphQLClient } from '@vendure/testing';
import type { Request, Response } from 'express';
import gql from 'graphql-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authMigrations, AuthPlugin } from '../src';
import { PastTheFirstWallPlugin } from './past-the-first-wall.plugin';

interface Person {
    readonly client: SimpleGraphQLClient;
    /** Ids by table, as the database has them. */
    readonly rows: Readonly<Record<string, number[]>>;
}

const ADDRESS =
    '{ fullName: "F", streetLine1: "Way 1", city: "Graz", postalCode: "8010", countryCode: "AT" }';
const RESULT = '__typename ... on Order { id code } ... on ErrorResult { errorCode message }';

/** Which rows are a customer's, told by the tables themselves and not by the policies. */
const ROWS_OF_CUSTOMER: Readonly<Record<string, string>> = {
    customer: 'SELECT id FROM customer WHERE id = $1',
    address: 'SELECT id FROM address WHERE "customerId" = $1',
    order: 'SELECT id FROM "order" WHERE "customerId" = $1',
    payment: 'SELECT p.id FROM payment p JOIN "order" o ON o.id = p."orderId" WHERE o."customerId" = $1',
    refund: `SELECT r.id FROM refund r JOIN payment p ON p.id = r."paymentId" JOIN "order" o ON o.id = p."orderId"
              WHERE o."customerId" = $1`,
    history_entry: `SELECT h.id FROM history_entry h LEFT JOIN "order" o ON o.id = h."orderId"
                     WHERE $1 IN (h."customerId", o."customerId")`,
};
const ENTITY: Readonly<Record<string, string>> = {
    ...{ customer: 'Customer', address: 'Address', order: 'Order' },
    ...{ payment: 'Payment', refund: 'Refund', history_entry: 'HistoryEntry' },
};
const TABLES = Object.keys(ROWS_OF_CUSTOMER);

describe('row-level security', async () => {
    let app: { get: typeof shop.server.app.get } | undefined;
    /** Asks the database before anybody has asked who the request is of. */
    const withoutContext: Middleware = {
        route: '/without-context',
        beforeListen: true,
        handler: (_request: Request, response: Response) => {
            const rows = app
                ?.get(TransactionalConnection)
                .rawConnection.query<unknown>(`SELECT id FROM customer UNION ALL SELECT id FROM "order"`);
            void rows?.then(found => response.json(found));
        },
    };
    const shop = await testShop({
        plugins: [AuthPlugin.init({ lockOut: {} }), PastTheFirstWallPlugin],
        migrations: authMigrations,
        asApplicationRole: true,
        customerCount: 2,
        config: {
            dbConnectionOptions: { poolSize: 3 } as never,
            apiOptions: { middleware: [withoutContext] as never },
        },
    });
    let anna: Person;
    let ben: Person;
    let guest: Person;

    beforeAll(async () => {
        await shop.start();
        app = shop.server.app;
        const clients = [await customerWithOrder(0), await customerWithOrder(1), await guestWithOrder()];
        await shop.sql(`INSERT INTO refund (method, state, metadata, "paymentId", items, shipping, adjustment, total)
            SELECT 'm', 'Settled', '{}', id, 0, 0, 0, 1 FROM payment`);
        [anna, ben, guest] = (await Promise.all(clients.map(withRows))) as [Person, Person, Person];
    });
    afterAll(() => shop.stop());

    it('holds for the role that the server runs as', async () => {
        const [role] = await shop.sql<object>(`
            SELECT rolsuper OR rolbypassrls AS "isFree",
                   EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) AS "isOwner"
              FROM pg_roles r WHERE rolname = current_user`);
        expect(role).toEqual({ isFree: false, isOwner: false });
    });

    it.each(TABLES)('shows a customer no row of %s but their own', async table => {
        for (const { client, rows } of [anna, ben]) {
            expect(rows[table]?.length).toBeGreaterThan(0);
            expect(await idsRead(client, table)).toEqual(rows[table]);
            const { find } = await client.query<{ find: string[] }>(
                gql`
                    query ($entity: String!) {
                        find(entity: $entity)
                    }
                `,
                {
                    entity: ENTITY[table],
                },
            );
            expect(numbersOf(find)).toEqual(rows[table]);
        }
    });

    it.each(TABLES)("lets a customer change and delete no other's row of %s", async table => {
        const changed = await write(
            anna.client,
            `UPDATE "${table}" SET "updatedAt" = "updatedAt" RETURNING id`,
        );
        expect(numbersOf((changed as [{ id: number }[]])[0].map(({ id }) => String(id)))).toEqual(
            anna.rows[table],
        );
        const gone = await write(
            anna.client,
            `DELETE FROM "${table}" WHERE id IN (${ben.rows[table]?.join(',')})`,
        );
        expect(gone).toEqual([[], 0]);
        expect(await idsRead(ben.client, table)).toEqual(ben.rows[table]);
    });

    it("lets a customer write nothing under another's name", async () => {
        const moved = `UPDATE address SET "customerId" = ${ben.rows.customer?.[0]} RETURNING id`;
        await expect(write(anna.client, moved)).rejects.toThrow(/row-level security/);
        const added = `INSERT INTO address ("streetLine1", "customerId") VALUES ('x', ${ben.rows.customer?.[0]})`;
        await expect(write(anna.client, added)).rejects.toThrow(/row-level security/);
    });

    it.each(TABLES)('shows somebody unknown no row of %s', async table => {
        expect(await idsRead(shop.newShopClient(), table)).toEqual([]);
    });

    it('shows a guest the cart of the session and nothing else', async () => {
        const client = shop.newShopClient();
        const { addItemToOrder } = await addToCart(client);
        expect(await idsRead(client, 'order')).toEqual([
            Number((addItemToOrder as { id: string }).id.slice(2)),
        ]);
        expect(await idsRead(client, 'customer')).toEqual([]);
    });

    it('lets a guest see the order by its code, for that request only', async () => {
        const [row] = await shop.sql<{ code: string }>('SELECT code FROM "order" WHERE id = $1', [
            guest.rows.order?.[0],
        ]);
        const client = shop.newShopClient();
        const { orderByCode } = await client.query<{ orderByCode: unknown }>(
            gql`
                query ($code: String!) {
                    orderByCode(code: $code) {
                        lines {
                            quantity
                        }
                        payments {
                            amount
                        }
                        customer {
                            emailAddress
                        }
                    }
                }
            `,
            { code: row?.code },
        );
        expect(orderByCode).toMatchObject({ lines: [{ quantity: 1 }], payments: [{}] });
        expect(await idsRead(client, 'order')).toEqual([]);
    });

    it('shows nothing to a request of which nobody asked who it is', async () => {
        const { port } = shop.config.apiOptions;
        const response = await fetch(`http://localhost:${port}/without-context`);
        expect(await response.json()).toEqual([]);
    });

    it('shows administrators, and work outside of requests, everything', async () => {
        for (const table of TABLES) {
            const all = numbersOf(
                (await shop.sql<{ id: number }>(`SELECT id FROM "${table}"`)).map(r => `${r.id}`),
            );
            const known = [anna, ben, guest].flatMap(({ rows }) => rows[table] ?? []);
            expect(all).toEqual(expect.arrayContaining(known));
            expect(await idsRead(shop.adminClient, table)).toEqual(all);
        }
    });

    it('stays right when requests of many share few connections, and some of them fail', async () => {
        const stranger = shop.newShopClient();
        const failing = 'SELECT 1 / 0';
        await Promise.all(
            Array.from({ length: 60 }, async (_, turn) => {
                const { client, rows } = turn % 2 ? anna : ben;
                await expect(turn % 3 ? read(client, failing) : write(client, failing)).rejects.toThrow(
                    /zero/,
                );
                expect(await idsRead(client, 'order')).toEqual(rows.order);
                expect(await idsRead(stranger, 'order')).toEqual([]);
            }),
        );
    });

    it('counts what others have used of a coupon', async () => {
        await shop.adminClient.query(gql`
            mutation {
                createPromotion(
                    input: {
                        enabled: true
                        couponCode: "ONCE"
                        usageLimit: 1
                        conditions: []
                        actions: [
                            {
                                code: "order_percentage_discount"
                                arguments: [{ name: "discount", value: "10" }]
                            }
                        ]
                        translations: [{ languageCode: en, name: "Once" }]
                    }
                ) {
                    ... on Promotion {
                        id
                    }
                }
            }
        `);
        const coupon = gql`mutation { applyCouponCode(couponCode: "ONCE") { ${RESULT} } }`;
        const first = shop.newShopClient();
        await addToCart(first);
        expect(await first.query(coupon)).toMatchObject({ applyCouponCode: { __typename: 'Order' } });
        await buy(first, 'first@example.com');
        const second = shop.newShopClient();
        await addToCart(second);
        expect(await second.query(coupon)).toMatchObject({
            applyCouponCode: { errorCode: 'COUPON_CODE_LIMIT_ERROR' },
        });
    });

    async function customerWithOrder(index: number): Promise<SimpleGraphQLClient> {
        const client = shop.newShopClient();
        const [row] = await shop.sql<{ emailAddress: string }>(
            'SELECT "emailAddress" FROM customer ORDER BY id OFFSET $1 LIMIT 1',
            [index],
        );
        await client.asUserWithCredentials(row?.emailAddress ?? '', 'test');
        await client.query(gql`mutation { createCustomerAddress(input: ${ADDRESS}) { id } }`);
        await addToCart(client);
        await buy(client);
        return client;
    }

    async function guestWithOrder(): Promise<SimpleGraphQLClient> {
        const client = shop.newShopClient();
        await addToCart(client);
        await buy(client, 'guest@example.com');
        return client;
    }

    async function withRows(client: SimpleGraphQLClient, index: number): Promise<Person> {
        const [customer] = await shop.sql<{ id: number }>(
            'SELECT id FROM customer ORDER BY id OFFSET $1 LIMIT 1',
            [index],
        );
        const rows: Record<string, number[]> = {};
        for (const [table, sql] of Object.entries(ROWS_OF_CUSTOMER)) {
            const found = await shop.sql<{ id: number }>(sql, [customer?.id]);
            rows[table] = numbersOf(found.map(({ id }) => String(id)));
        }
        return { client, rows };
    }

    function addToCart(client: SimpleGraphQLClient) {
        return client.query<Record<string, unknown>>(
            gql`mutation { addItemToOrder(productVariantId: "T_1", quantity: 1) { ${RESULT} } }`,
        );
    }

    /** @param emailAddress - Of a guest. */
    async function buy(client: SimpleGraphQLClient, emailAddress?: string): Promise<void> {
        const { eligibleShippingMethods } = await client.query<{ eligibleShippingMethods: [{ id: string }] }>(
            gql`
                query {
                    eligibleShippingMethods {
                        id
                    }
                }
            `,
        );
        const guestData = `setCustomerForOrder(input: { firstName: "G", lastName: "G", emailAddress: "${emailAddress}" }) { ${RESULT} }`;
        const steps = [
            ...(emailAddress ? [guestData] : []),
            `setOrderShippingAddress(input: ${ADDRESS}) { ${RESULT} }`,
            `setOrderShippingMethod(shippingMethodId: "${eligibleShippingMethods[0].id}") { ${RESULT} }`,
            `transitionOrderToState(state: "ArrangingPayment") { ${RESULT} }`,
            `addPaymentToOrder(input: { method: "card", metadata: {} }) { ${RESULT} }`,
        ];
        for (const step of steps) {
            const answer = await client.query<Record<string, object>>(gql`mutation { ${step} }`);
            expect(Object.values(answer)).toMatchObject([{ __typename: 'Order' }]);
        }
    }

    async function read(client: SimpleGraphQLClient, sql: string): Promise<unknown> {
        const answer = await client.query<{ read: unknown }>(
            gql`
                query ($sql: String!) {
                    read(sql: $sql)
                }
            `,
            { sql },
        );
        return answer.read;
    }

    async function write(client: SimpleGraphQLClient, sql: string): Promise<unknown> {
        const answer = await client.query<{ write: unknown }>(
            gql`
                mutation ($sql: String!) {
                    write(sql: $sql)
                }
            `,
            {
                sql,
            },
        );
        return answer.write;
    }

    async function idsRead(client: SimpleGraphQLClient, table: string): Promise<number[]> {
        const rows = (await read(client, `SELECT id FROM "${table}"`)) as { id: number }[];
        return numbersOf(rows.map(({ id }) => String(id)));
    }
});

/** Sorted, and without the prefix that ids have in tests' APIs. */
function numbersOf(ids: readonly string[]): number[] {
    return ids.map(id => Number(id.replace('T_', ''))).sort((a, b) => a - b);
}
