import { createTestDatabase, freePort, testPostgresUrl } from '@efi/plugin-kit/testing';
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../project-root';
import { products } from './catalogue/products';
import { demoAccounts } from './demo-accounts';
import type { ProgressMessage } from './progress';

const saving = 4;
const indexing = 5;

describe('the demo shop', () => {
    let env: NodeJS.ProcessEnv;
    let database: Client;
    let dataDir: string;
    let port: number;

    beforeAll(async () => {
        execFileSync('npx', ['tsc', '-b'], { cwd: projectRoot });
        dataDir = await mkdtemp(path.join(os.tmpdir(), 'efi-demo-'));
        const url = await createTestDatabase(testPostgresUrl(), 'e2e_demo');
        port = await freePort();
        env = {
            ...process.env,
            NODE_ENV: 'production',
            EFI_MODE: 'demo',
            DATABASE_URL: url,
            DATABASE_OWNER_URL: url,
            DATA_DIR: dataDir,
            PORT: String(port),
        };
        database = new Client({ connectionString: url });
        await database.connect();
    });

    afterAll(async () => {
        await database.end();
        await rm(dataDir, { recursive: true, force: true });
    });

    describe('while it is written', () => {
        it('refuses production', async () => {
            const production = {
                EFI_MODE: 'production',
                COOKIE_SECRET: 'x'.repeat(32),
                SMTP_URL: 'smtp://localhost',
                SERVER_URL: 'https://shop.example.com',
                STOREFRONT_URL: 'https://example.com',
                SUPERADMIN_PASSWORD: 'long enough to pass',
            };
            const { code, errors } = await run(populate(production));
            expect(code).toBe(1);
            expect(errors).toContain('EFI_MODE=demo');
        });

        it('leaves nothing behind when it is killed with every row written', async () => {
            await killAt(saving);
            expect(await count('product')).toBe(0);
            expect(await count('"order"')).toBe(0);
            expect(await count('zone')).toBe(0);
            expect(await count('settings_store_entry')).toBe(0);
        }, 120_000);

        it('finishes after a kill during indexing, once, for two who start at the same moment', async () => {
            await killAt(indexing);
            expect(await phase()).toBe('written');
            const outcomes = await Promise.all([run(populate()), run(populate())]);
            expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
            expect(await phase()).toBe('complete');
            expect(await count('product')).toBe(products.length);
            const variants = products.flatMap(product => product.variants).length;
            expect(await count('search_index_item')).toBe(variants * 3 * 5);
        }, 120_000);

        it('does nothing when it is there', async () => {
            const orders = await count('"order"');
            const started = Date.now();
            expect((await run(populate())).code).toBe(0);
            expect(Date.now() - started).toBeLessThan(2_000);
            expect(await count('"order"')).toBe(orders);
        });
    });

    describe('as rows', () => {
        it('has stock levels that are the sum of their movements', async () => {
            const { rows } = await database.query(`
                SELECT level.id FROM stock_level level LEFT JOIN (
                    SELECT "productVariantId" AS variant, "stockLocationId" AS location,
                        sum(quantity) FILTER (WHERE type IN ('ADJUSTMENT', 'SALE')) AS "onHand",
                        sum(CASE type WHEN 'RELEASE' THEN -quantity ELSE quantity END)
                            FILTER (WHERE type <> 'ADJUSTMENT') AS allocated
                    FROM stock_movement GROUP BY 1, 2
                ) moved ON moved.variant = level."productVariantId" AND moved.location = level."stockLocationId"
                WHERE coalesce(moved."onHand", 0) <> level."stockOnHand"
                    OR coalesce(moved.allocated, 0) <> level."stockAllocated"
                    OR level."stockAllocated" NOT BETWEEN 0 AND level."stockOnHand"`);
            expect(rows).toEqual([]);
        });

        it('has every order paid in full and no more given back than was paid', async () => {
            const { rows } = await database.query(`
                SELECT o.code FROM "order" o JOIN payment p ON p."orderId" = o.id
                LEFT JOIN refund r ON r."paymentId" = p.id
                WHERE CASE o.state
                    WHEN 'Cancelled' THEN r.total <> p.amount
                    ELSE p.amount <> o."subTotalWithTax" + o."shippingWithTax" OR r.total > p.amount END`);
            expect(rows).toEqual([]);
        });
    });

    describe('as the APIs show it', () => {
        let server: ChildProcess;

        beforeAll(async () => {
            server = fork(path.join(projectRoot, 'dist/src/index.js'), { env, silent: true });
            await Promise.race([
                once(server, 'message'),
                once(server, 'exit').then(() => Promise.reject(new Error('The server did not start.'))),
            ]);
        }, 60_000);

        afterAll(async () => {
            server.kill('SIGTERM');
            await once(server, 'exit');
        });

        it.each([
            { market: 'us', currencyCode: 'USD', price: 34900, priceWithTax: 37430 },
            { market: 'gb', currencyCode: 'GBP', price: 27417, priceWithTax: 32900 },
            { market: 'de', currencyCode: 'EUR', price: 31849, priceWithTax: 37900 },
            { market: 'fr', currencyCode: 'EUR', price: 31583, priceWithTax: 37900 },
        ])('prices a tablet for $market', async ({ market, ...expected }) => {
            const { product } = await shop<{ product: { variants: object[] } }>(
                market,
                'en',
                '{ product(slug: "corvane-folio-tablet") { variants { sku currencyCode price priceWithTax } } }',
            );
            expect(product.variants[0]).toEqual({ sku: 'COR-FOL-064', ...expected });
        });

        it('answers to translated slugs and searches in the shopper’s language', async () => {
            const german = await shop<{ product: { name: string; collections: { slug: string }[] } }>(
                'gb',
                'de',
                '{ product(slug: "saeulenkaktus") { name collections { slug } } }',
            );
            expect(german.product.name).toBe('Säulenkaktus');
            expect(german.product.collections.map(({ slug }) => slug).sort()).toEqual([
                'haus-garten',
                'pflanzen',
            ]);
            const french = await shop<{ search: { items: { slug: string }[] } }>(
                'us',
                'fr',
                '{ search(input: { collectionSlug: "plantes", term: "genévrier", groupByProduct: true }) { items { slug } } }',
            );
            expect(french.search.items.map(({ slug }) => slug)).toEqual(['bonsai-genevrier']);
        });

        it('fills each collection as its own filter would', async () => {
            const token = await signIn();
            const { collections } = await admin<{ collections: { items: CollectionAnswer[] } }>(
                token,
                '{ collections { items { id slug inheritFilters parentId filters { code args { name value } } productVariants { totalItems } } } }',
            );
            expect(collections.items).toHaveLength(12);
            for (const { slug, parentId, inheritFilters, filters, productVariants } of collections.items) {
                const input = {
                    parentId,
                    inheritFilters,
                    filters: filters.map(({ code, args }) => ({ code, arguments: args })),
                };
                const { previewCollectionVariants } = await admin<{
                    previewCollectionVariants: { totalItems: number };
                }>(
                    token,
                    'query ($input: PreviewCollectionVariantsInput!) { previewCollectionVariants(input: $input) { totalItems } }',
                    { input },
                );
                expect(previewCollectionVariants.totalItems, slug).toBe(productVariants.totalItems);
            }
        });

        it('shows totals that Vendure calculates again from lines and taxes', async () => {
            const token = await signIn();
            for (const state of ['Delivered', 'Shipped', 'PaymentSettled', 'Cancelled']) {
                const { orders } = await admin<{ orders: { items: OrderAnswer[] } }>(token, ordersQuery, {
                    state,
                });
                expect(orders.items.length).toBeGreaterThan(0);
                for (const order of orders.items) {
                    const total = (of: (line: OrderAnswer['lines'][number]) => number) =>
                        order.lines.reduce((sum, line) => sum + of(line), 0);
                    expect(order.subTotal, order.code).toBe(total(line => line.proratedLinePrice));
                    expect(order.subTotalWithTax, order.code).toBe(
                        total(line => line.proratedLinePriceWithTax),
                    );
                    expect(order.shippingWithTax, order.code).toBe(
                        order.shippingLines[0]?.discountedPriceWithTax,
                    );
                    expect(order.shipping, order.code).toBe(order.shippingLines[0]?.discountedPrice);
                    expect(order.history.totalItems, order.code).toBeGreaterThan(3);
                }
            }
        });

        it.each(demoAccounts)(
            'lets $firstName sign in and see old orders',
            async ({ email, password, market }) => {
                const response = await request('shop-api', market, loginMutation, {
                    username: email,
                    password,
                });
                const token = response.headers.get('vendure-auth-token') ?? '';
                const { activeCustomer } = await answer<{
                    activeCustomer: { orders: { totalItems: number } };
                }>(
                    await request(
                        'shop-api',
                        market,
                        '{ activeCustomer { orders { totalItems } } }',
                        {},
                        token,
                    ),
                );
                expect(activeCustomer.orders.totalItems).toBeGreaterThan(0);
            },
        );

        it('takes the coupon off in every market', async () => {
            const added = await request(
                'shop-api',
                'fr',
                `mutation { addItemToOrder(productVariantId: ${await variantId('PLT-ALO-09')}, quantity: 1) { ... on Order { totalWithTax } } }`,
            );
            const token = added.headers.get('vendure-auth-token') ?? '';
            const { applyCouponCode } = await answer<{ applyCouponCode: { subTotalWithTax: number } }>(
                await request(
                    'shop-api',
                    'fr',
                    'mutation { applyCouponCode(couponCode: "WELCOME10") { ... on Order { subTotalWithTax } } }',
                    {},
                    token,
                ),
            );
            expect(applyCouponCode.subTotalWithTax).toBe(Math.round(795 * 0.9));
        });
    });

    function populate(more: NodeJS.ProcessEnv = {}): ChildProcess {
        return fork(path.join(projectRoot, 'dist/src/demo/index.js'), {
            env: { ...env, ...more },
            silent: true,
        });
    }

    async function killAt(step: number): Promise<void> {
        const child = populate();
        child.on('message', message => {
            if ((message as ProgressMessage).done === step) {
                child.kill('SIGKILL');
            }
        });
        const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
        expect(signal).toBe('SIGKILL');
    }

    async function count(table: string): Promise<number> {
        const { rows } = await database.query<{ count: number }>(
            `SELECT count(*)::int AS count FROM ${table}`,
        );
        return rows[0]?.count ?? -1;
    }

    async function phase(): Promise<string | undefined> {
        const { rows } = await database.query<{ value: string }>(
            `SELECT value FROM settings_store_entry WHERE key = 'efiDemo.phase'`,
        );
        return rows[0]?.value;
    }

    async function variantId(sku: string): Promise<number> {
        const { rows } = await database.query<{ id: number }>(
            'SELECT id FROM product_variant WHERE sku = $1',
            [sku],
        );
        return rows[0]?.id ?? 0;
    }

    async function request(
        api: string,
        market: string,
        query: string,
        variables: object = {},
        token = '',
        language = 'en',
    ): Promise<Response> {
        return fetch(`http://127.0.0.1:${port}/${api}?languageCode=${language}`, {
            method: 'POST',
            headers: {
                'content-type': 'application/json',
                ...(market ? { 'vendure-token': market } : {}),
                ...(token ? { authorization: `Bearer ${token}` } : {}),
            },
            body: JSON.stringify({ query, variables }),
        });
    }

    async function shop<T>(market: string, language: string, query: string): Promise<T> {
        return answer<T>(await request('shop-api', market, query, {}, '', language));
    }

    async function admin<T>(token: string, query: string, variables: object = {}): Promise<T> {
        return answer<T>(await request('admin-api', '', query, variables, token));
    }

    async function signIn(): Promise<string> {
        const credentials = { username: 'superadmin', password: 'superadmin' };
        const response = await request('admin-api', '', loginMutation, credentials);
        return response.headers.get('vendure-auth-token') ?? '';
    }
});

const loginMutation =
    'mutation ($username: String!, $password: String!) { login(username: $username, password: $password) { __typename } }';

const ordersQuery = `query ($state: String!) {
    orders(options: { take: 25, filter: { state: { eq: $state } } }) {
        items {
            code subTotal subTotalWithTax shipping shippingWithTax
            lines { proratedLinePrice proratedLinePriceWithTax }
            shippingLines { discountedPrice discountedPriceWithTax }
            history { totalItems }
        }
    }
}`;

interface OrderAnswer {
    code: string;
    subTotal: number;
    subTotalWithTax: number;
    shipping: number;
    shippingWithTax: number;
    lines: { proratedLinePrice: number; proratedLinePriceWithTax: number }[];
    shippingLines: { discountedPrice: number; discountedPriceWithTax: number }[];
    history: { totalItems: number };
}

interface CollectionAnswer {
    slug: string;
    parentId: string;
    inheritFilters: boolean;
    filters: { code: string; args: { name: string; value: string }[] }[];
    productVariants: { totalItems: number };
}

async function answer<T>(response: Response): Promise<T> {
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
}

async function run(child: ChildProcess): Promise<{ code: number | null; errors: string }> {
    let errors = '';
    child.stderr?.on('data', chunk => (errors += String(chunk)));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, errors };
}
