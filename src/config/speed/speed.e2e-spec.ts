import { StatementLog, testShop } from '@efi/plugin-kit/testing';
import {
    type CachedSession,
    CustomerService,
    ListQueryBuilder,
    NoopSessionCacheStrategy,
    OrderService,
    ProductVariant,
    type RequestContext,
    RequestContextService,
    type Session,
    SessionService,
    TransactionalConnection,
} from '@vendure/core';
import { gql } from 'graphql-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdministratorsOnly } from '../hardening/administrators-only';
import { NoCartPlugin } from './no-cart.plugin';
import { OneStepFindsPlugin } from './one-step-finds.plugin';
import { OneStepListsPlugin } from './one-step-lists.plugin';
import { ShortSessionsPlugin } from './short-sessions.plugin';
import { TranslatorsPlugin } from './translators.plugin';

type ListOptions = Parameters<CustomerService['findAll']>[1];

/** What Vendure keeps to itself. */
interface Sessions {
    findSessionByToken(token: string): Promise<Session | undefined>;
    serializeSession(session: Session): CachedSession;
}

describe('what is faster than Vendure', async () => {
    const log = new StatementLog();
    const shop = await testShop({
        plugins: [
            NoCartPlugin,
            OneStepFindsPlugin,
            OneStepListsPlugin,
            ShortSessionsPlugin,
            TranslatorsPlugin,
        ],
        customerCount: 7,
        config: {
            authOptions: {
                entityAccessControlStrategy: new AdministratorsOnly(),
                sessionCacheStrategy: new NoopSessionCacheStrategy(),
            },
            dbConnectionOptions: { type: 'postgres', logging: ['query'], logger: log },
        },
    });
    let ctx: RequestContext;

    beforeAll(async () => {
        await shop.start();
        ctx = await shop.server.app.get(RequestContextService).create({ apiType: 'admin' });
        await shop.sql(`UPDATE customer SET "lastName" = CASE WHEN id % 2 = 0 THEN 'Even' ELSE 'Odd' END`);
        await shop.sql(
            `INSERT INTO address ("streetLine1", "postalCode", "customerId") SELECT 'Ring', n::text, id FROM customer, generate_series(1, 2) n`,
        );
        await shop.sql('DELETE FROM customer_channels_channel WHERE "customerId" = 3');
    });
    afterAll(() => shop.stop());

    describe('a list of customers', () => {
        const list = async (options: ListOptions) => {
            log.clear();
            const { items, totalItems } = await shop.server.app.get(CustomerService).findAll(ctx, options);
            const statements = log.count();
            return { ids: items.map(({ id }) => id), totalItems, statements };
        };
        /** The class was left as it is. */
        const byVendure = async (options: ListOptions) => {
            const lists = shop.server.app.get(ListQueryBuilder);
            const ours = Object.getOwnPropertyDescriptor(lists, 'build') ?? {};
            Reflect.deleteProperty(lists, 'build');
            try {
                return await list(options);
            } finally {
                Object.defineProperty(lists, 'build', ours);
            }
        };

        it.each([
            ['the first page', { take: 3 }],
            ['the last page', { take: 3, skip: 3 }],
            ['a page after the last', { take: 3, skip: 9 }],
            ['a page of all', { take: 6 }],
            ['those of a name', { take: 10, filter: { lastName: { eq: 'Even' } } }],
            ['pages of what is equal', { take: 2, skip: 1, sort: { lastName: 'DESC' } }],
            ['those of a place, for which addresses are joined', { filter: { postalCode: { notEq: 'x' } } }],
        ] as ReadonlyArray<[string, ListOptions]>)('has what Vendure’s has: %s', async (_, options) => {
            const expected = await byVendure(options);
            const found = await list(options);
            expect(found).toMatchObject({ ids: expected.ids, totalItems: expected.totalItems });
            expect(expected.totalItems).toBeGreaterThan(2);
        });

        it('takes one statement where Vendure’s takes three', async () => {
            const options: ListOptions = { take: 10, filter: { lastName: { eq: 'Odd' } } };
            expect((await list(options)).statements).toBe(1);
            expect((await byVendure(options)).statements).toBeGreaterThanOrEqual(3);
        });

        it('has nobody of another channel', async () => {
            expect((await list({ take: 10 })).ids).not.toContain(3);
        });
    });

    it('a row is found by its id in one statement, with all that TypeORM finds in two', async () => {
        const variants = shop.server.app.get(TransactionalConnection).getRepository(ctx, ProductVariant);
        const options = { where: { id: 2, enabled: true }, relations: ['product', 'options', 'stockLevels'] };
        const inTwoSteps = await variants
            .createQueryBuilder('ProductVariant')
            .setFindOptions({ ...options, take: 1 })
            .getOne();
        expect(inTwoSteps?.product.id).toEqual(expect.any(Number));
        log.clear();
        expect(await variants.findOne(options)).toEqual(inTwoSteps);
        expect(log.count()).toBe(1);
        expect(await variants.findOne({ ...options, where: { id: 999 } })).toBeNull();
        expect(await variants.findOne({ ...options, where: { id: 2, enabled: false } })).toBeNull();
    });

    it('a list of orders has what belongs to them, and their channels', async () => {
        const shopper = shop.newShopClient();
        const cart = await shopper.query<{ addItemToOrder: { id: string } }>(gql`
            mutation {
                addItemToOrder(productVariantId: "T_1", quantity: 2) {
                    ... on Order {
                        id
                    }
                }
            }
        `);
        const { items, totalItems } = await shop.server.app.get(OrderService).findAll(ctx, { take: 5 });
        expect(totalItems).toBe(1);
        expect(items[0]?.lines[0]?.quantity).toBe(2);
        expect(items[0]?.channels.map(({ id }) => id)).toEqual([ctx.channelId]);
        expect(`T_${items[0]?.id}`).toBe(cart.addItemToOrder.id);
    });

    it('a shopper’s cart is found where there is one, and not looked for where there is none', async () => {
        const [customer] = await shop.sql<{ emailAddress: string; userId: number }>(
            `SELECT "emailAddress", "userId" FROM customer WHERE id = 1`,
        );
        const orders = shop.server.app.get(OrderService);
        log.clear();
        expect(await orders.getActiveOrderForUser(ctx, customer?.userId ?? 0)).toBeUndefined();
        expect(log.count('"order"')).toBe(1);

        const shopper = shop.newShopClient();
        await shopper.asUserWithCredentials(customer?.emailAddress ?? '', 'test');
        await shopper.query(gql`
            mutation {
                addItemToOrder(productVariantId: "T_1", quantity: 3) {
                    __typename
                }
            }
        `);
        const cart = await orders.getActiveOrderForUser(ctx, customer?.userId ?? 0);
        expect(cart?.lines.map(({ quantity }) => quantity)).toEqual([3]);
    });

    describe('a session', () => {
        const me = gql`
            {
                me {
                    identifier
                    channels {
                        code
                        token
                        permissions
                    }
                }
            }
        `;

        it('is read in one statement with whether it is an administrator’s', async () => {
            await shop.adminClient.query(me);
            log.clear();
            const { me: mine } = await shop.adminClient.query<{ me: { channels: Array<{ code: string }> } }>(
                me,
            );
            expect(mine.channels).toHaveLength(1);
            expect([log.count('is_administrator'), log.count('SELECT id FROM administrator')]).toEqual([
                1, 0,
            ]);
        });

        it('is what Vendure makes of it, whoever’s it is', async () => {
            const sessions = shop.server.app.get<unknown, Sessions>(SessionService);
            const vendures = Object.create(SessionService.prototype) as Sessions;
            Object.assign(vendures, sessions);
            // The class was left as it is.
            Reflect.deleteProperty(vendures, 'findSessionByToken');
            const [shopper, nobody] = [shop.newShopClient(), shop.newShopClient()];
            const [customer] = await shop.sql<{ emailAddress: string }>(
                'SELECT "emailAddress" FROM customer WHERE id = 2',
            );
            await shopper.asUserWithCredentials(customer?.emailAddress ?? '', 'test');
            await nobody.query(gql`
                mutation {
                    addItemToOrder(productVariantId: "T_1", quantity: 1) {
                        __typename
                    }
                }
            `);
            for (const client of [shop.adminClient, shopper, nobody]) {
                const token = client.getAuthToken();
                const [ours, theirs] = [
                    await sessions.findSessionByToken(token),
                    await vendures.findSessionByToken(token),
                ];
                const as = (session: Session | undefined) =>
                    session && { ...sessions.serializeSession(session), cacheExpiry: 0 };
                expect(theirs).toBeDefined();
                expect(as(ours)).toEqual(as(theirs));
            }
        });

        it('is nobody’s from when the administrator is one no longer, and again afterwards', async () => {
            await shop.sql('UPDATE administrator SET "deletedAt" = now()');
            await expect(shop.adminClient.query(me)).rejects.toThrow('not currently authorized');
            await shop.sql('UPDATE administrator SET "deletedAt" = NULL');
            expect(await shop.adminClient.query(me)).toMatchObject({ me: { identifier: 'superadmin' } });
            await shop.sql('UPDATE session SET invalidated = true WHERE token = $1', [
                shop.adminClient.getAuthToken(),
            ]);
            await expect(shop.adminClient.query(me)).rejects.toThrow('not currently authorized');
            await shop.adminClient.asSuperAdmin();
        });

        it('of a shopper is none at the Admin API', async () => {
            const [customer] = await shop.sql<{ emailAddress: string }>(
                'SELECT "emailAddress" FROM customer WHERE id = 1',
            );
            const shopper = shop.newShopClient();
            await shopper.asUserWithCredentials(customer?.emailAddress ?? '', 'test');
            expect(await shopper.query(me)).toMatchObject({ me: { identifier: customer?.emailAddress } });
            const own = shop.adminClient.getAuthToken();
            shop.adminClient.setAuthToken(shopper.getAuthToken());
            await expect(shop.adminClient.query(me)).rejects.toThrow('not currently authorized');
            shop.adminClient.setAuthToken(own);
        });
    });

    describe('a message', () => {
        const { port, shopApiPath } = shop.config.apiOptions;
        const refusal = async (headers: Record<string, string>, search = '') => {
            const response = await fetch(`http://localhost:${port}/${shopApiPath}${search}`, {
                method: 'POST',
                headers: { 'content-type': 'application/json', ...headers },
                body: JSON.stringify({ query: '{ product { id } }' }),
            });
            const { errors } = (await response.json()) as { errors: Array<{ message: string }> };
            return [response.headers.get('content-language'), errors[0]?.message];
        };

        it('is in the language of each request, also of those that come again', async () => {
            const english = await refusal({ 'accept-language': 'en' });
            const german = await refusal({ 'accept-language': 'de' });
            expect([english[0], german[0]]).toEqual(['en', 'de']);
            expect(german[1]).not.toBe(english[1]);
            expect(await refusal({ 'accept-language': 'en' })).toEqual(english);
            expect(await refusal({ 'accept-language': 'de' })).toEqual(german);
            expect(await refusal({ 'accept-language': 'de' }, '?languageCode=en')).toEqual(english);
            expect(await refusal({ 'accept-language': 'de', cookie: 'a=b; i18next=en' })).toEqual(english);
            expect(await refusal({ 'accept-language': 'de' })).toEqual(german);
        });
    });
});
