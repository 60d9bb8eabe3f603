import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { products } from './catalogue/products';
import { demoAccounts } from './demo-accounts';
import { generateProducts } from './large/generate-catalogue';
import { stockLocationCodes } from './shop/markets';
import { TestShop } from './testing/test-shop';

const saving = [4, { table: 'settings_store_entry', when: "NEW.key = 'efiDemo.phase'" }] as const;
const indexing = [5, { table: 'efi_search_item', when: 'true' }] as const;
const variantCount = products.flatMap(product => product.variants).length;

describe('the demo shop', () => {
    let testShop: TestShop;

    beforeAll(async () => {
        testShop = await TestShop.create('e2e_demo');
    });

    afterAll(() => testShop.destroy());

    /** The newest transaction that wrote to what the demo shop is made of: a run that does nothing leaves none. */
    async function lastWrites() {
        const { rows } = await testShop.database.query<Record<string, string>>(`
            SELECT (SELECT max(xmin::text::bigint) FROM product) AS product,
                (SELECT max(xmin::text::bigint) FROM stock_level) AS stock,
                (SELECT max(xmin::text::bigint) FROM "order") AS "order",
                (SELECT max(xmin::text::bigint) FROM efi_search_item) AS indexed`);
        return rows;
    }

    describe('while it is written', () => {
        it('refuses production', async () => {
            const { code, errors } = await testShop.run('index', {
                EFI_MODE: 'production',
                COOKIE_SECRET: 'x'.repeat(32),
                SMTP_URL: 'smtp://localhost',
                SERVER_URL: 'https://shop.example.com',
                STOREFRONT_URL: 'https://example.com',
                SUPERADMIN_PASSWORD: 'long enough to pass',
            });
            expect(code).toBe(1);
            expect(errors).toContain('EFI_MODE=demo');
        });

        it('leaves nothing behind when it is killed with every row written', async () => {
            const { signal } = await testShop.killAt(...saving);
            expect(signal).toBe('SIGKILL');
            for (const table of ['product', 'order', 'zone', 'customer', 'settings_store_entry']) {
                expect(await testShop.count(table), table).toBe(0);
            }
        }, 120_000);

        it('keeps out of a database that has products of its own', async () => {
            await testShop.database.query('INSERT INTO product DEFAULT VALUES');
            expect((await testShop.run('index')).code).toBe(0);
            expect(await testShop.count('order')).toBe(0);
            await testShop.database.query('DELETE FROM product');
        });

        it('finishes after a kill during indexing, once, for two who start at the same moment', async () => {
            const { signal } = await testShop.killAt(...indexing);
            expect(signal).toBe('SIGKILL');
            expect(await testShop.phase()).toBe('written');
            const outcomes = await Promise.all([testShop.run('index'), testShop.run('index')]);
            expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
            expect(await testShop.phase()).toBe('complete');
            expect(await testShop.count('product')).toBe(products.length);
            expect(await testShop.count('efi_search_text')).toBe(variantCount * 3);
            expect(await testShop.count('efi_search_item')).toBe(variantCount * 5);
        }, 120_000);

        it('does nothing when it is there', async () => {
            const before = await lastWrites();
            expect((await testShop.run('index')).code).toBe(0);
            expect(await lastWrites()).toEqual(before);
        });
    });

    describe('as rows', () => {
        it('has stock levels that are the sum of their movements', async () => {
            const { rows } = await testShop.database.query(`
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
            expect(await testShop.count('stock_level')).toBe(variantCount * stockLocationCodes.length);
        });

        it('has every order paid in full and no more given back than was paid', async () => {
            const { rows } = await testShop.database.query(`
                SELECT o.code FROM "order" o JOIN payment p ON p."orderId" = o.id
                LEFT JOIN refund r ON r."paymentId" = p.id
                WHERE CASE o.state
                    WHEN 'Cancelled' THEN r.total <> p.amount
                    ELSE p.amount <> o."subTotalWithTax" + o."shippingWithTax" OR r.total > p.amount END`);
            expect(rows).toEqual([]);
            expect(await testShop.count('payment')).toBe(await testShop.count('order'));
        });
    });

    it('has a price history that ends with the price of today', async () => {
        const { rows } = await testShop.database.query<{ periods: number }>(`
            SELECT count(*)::int AS periods FROM product_variant_price price
            LEFT JOIN efi_price_history history ON history."variantId" = price."variantId"
                AND history."channelId" = price."channelId" AND history."currencyCode" = price."currencyCode"
                AND history.price = price.price AND history."validTo" IS NULL
                AND history."validFrom" < now() - interval '5 days'
            GROUP BY price.id HAVING count(history.id) <> 1`);
        expect(rows).toEqual([]);
        const prices = await testShop.count('product_variant_price');
        expect(await testShop.count('efi_price_history')).toBeGreaterThan(prices * 1.2);
    });

    describe('as the APIs show it', () => {
        let token: string;
        let stopServer: () => Promise<void>;

        beforeAll(async () => {
            stopServer = await testShop.start('index');
            token = await testShop.signIn('admin-api', 'superadmin', 'superadmin');
        }, 60_000);

        afterAll(() => stopServer());

        it.each([
            { market: 'us', currencyCode: 'USD', price: 34900, priceWithTax: 37430 },
            { market: 'gb', currencyCode: 'GBP', price: 27417, priceWithTax: 32900 },
            { market: 'de', currencyCode: 'EUR', price: 31849, priceWithTax: 37900 },
            { market: 'fr', currencyCode: 'EUR', price: 31583, priceWithTax: 37900 },
        ])('prices a tablet for $market', async ({ market, ...expected }) => {
            const { data } = await testShop.ask<{ product: { variants: object[] } }>(
                'shop-api',
                '{ product(slug: "corvane-folio-tablet") { variants { sku currencyCode price priceWithTax } } }',
                { market },
            );
            expect(data.product.variants[0]).toEqual({ sku: 'COR-FOL-064', ...expected });
        });

        it('answers to translated slugs and searches in the shopper’s language', async () => {
            const german = await testShop.ask<{ product: { name: string; collections: { slug: string }[] } }>(
                'shop-api',
                '{ product(slug: "saeulenkaktus") { name collections { slug } } }',
                { market: 'gb', language: 'de' },
            );
            const { name, collections } = german.data.product;
            expect(name).toBe('Säulenkaktus');
            expect(collections.map(({ slug }) => slug).sort()).toEqual(['haus-garten', 'pflanzen']);
            const french = await testShop.ask<{ search: { items: { slug: string }[] } }>(
                'shop-api',
                '{ search(input: { collectionSlug: "plantes", term: "genévrier", groupByProduct: true }) { items { slug } } }',
                { market: 'us', language: 'fr' },
            );
            expect(french.data.search.items.map(({ slug }) => slug)).toEqual(['bonsai-genevrier']);
        });

        it('fills each collection as its own filter would', async () => {
            const { data } = await testShop.ask<{ collections: { items: CollectionAnswer[] } }>(
                'admin-api',
                '{ collections { items { slug inheritFilters parentId filters { code args { name value } } productVariants { totalItems } } } }',
                { token },
            );
            expect(data.collections.items).toHaveLength(12);
            for (const { slug, productVariants, filters, ...rest } of data.collections.items) {
                const input = {
                    ...rest,
                    filters: filters.map(({ code, args }) => ({ code, arguments: args })),
                };
                const preview = await testShop.ask<{ previewCollectionVariants: { totalItems: number } }>(
                    'admin-api',
                    'query ($input: PreviewCollectionVariantsInput!) { previewCollectionVariants(input: $input) { totalItems } }',
                    { token, variables: { input } },
                );
                expect(preview.data.previewCollectionVariants.totalItems, slug).toBe(
                    productVariants.totalItems,
                );
            }
        });

        it.each(['Delivered', 'Shipped', 'PaymentSettled', 'Cancelled'])(
            'shows totals of orders in state %s that Vendure calculates again from lines and taxes',
            async state => {
                const { data } = await testShop.ask<{ orders: { items: OrderAnswer[] } }>(
                    'admin-api',
                    ordersQuery,
                    {
                        token,
                        variables: { state },
                    },
                );
                expect(data.orders.items.length).toBeGreaterThan(0);
                for (const order of data.orders.items) {
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
            },
        );

        it.each(demoAccounts)('lets $firstName sign in and see old orders', async account => {
            const { data } = await testShop.ask<{ activeCustomer: { orders: { totalItems: number } } }>(
                'shop-api',
                '{ activeCustomer { orders { totalItems } } }',
                {
                    market: account.market,
                    token: await testShop.signIn('shop-api', account.email, account.password),
                },
            );
            expect(data.activeCustomer.orders.totalItems).toBeGreaterThan(0);
        });

        it('takes a tenth off with the coupon', async () => {
            const { rows } = await testShop.database.query<{ id: number }>(
                `SELECT id FROM product_variant WHERE sku = 'PLT-ALO-09'`,
            );
            const added = await testShop.ask(
                'shop-api',
                'mutation ($id: ID!) { addItemToOrder(productVariantId: $id, quantity: 1) { __typename } }',
                { market: 'fr', variables: { id: String(rows[0]?.id) } },
            );
            const { data } = await testShop.ask<{ applyCouponCode: { subTotalWithTax: number } }>(
                'shop-api',
                'mutation { applyCouponCode(couponCode: "WELCOME10") { ... on Order { subTotalWithTax } } }',
                { market: 'fr', token: added.token },
            );
            expect(data.applyCouponCode.subTotalWithTax).toBe(Math.round(795 * 0.9));
        });

        it('moves the flash sale to its next window once one is over', async () => {
            const saleEnd = async () => {
                const { rows } = await testShop.database.query<{ over: boolean }>(
                    'SELECT "endsAt" < now() AS over FROM promotion WHERE "endsAt" IS NOT NULL',
                );
                return rows;
            };
            await testShop.database.query(
                `UPDATE promotion SET "startsAt" = "startsAt" - interval '3 days', "endsAt" = "endsAt" - interval '3 days'`,
            );
            expect(await saleEnd()).toEqual([{ over: true }]);
            const stopWorker = await testShop.start('index-worker');
            try {
                await testShop.ask(
                    'admin-api',
                    'mutation { runScheduledTask(id: "efi-demo-flash-sale") { success } }',
                    {
                        token,
                    },
                );
                await vi.waitFor(async () => expect(await saleEnd()).toEqual([{ over: false }]), {
                    timeout: 45_000,
                    interval: 250,
                });
            } finally {
                await stopWorker();
            }
        }, 90_000);

        it('has 30,000 more variants when it is made large, in every market, once', async () => {
            expect((await testShop.run('large')).code).toBe(0);
            expect(await testShop.count('product_variant')).toBe(variantCount + 30_000);
            expect(await testShop.count('product_variant_price')).toBe(5 * (variantCount + 30_000));
            const again = await testShop.run('large');
            expect(again.code).toBe(1);
            expect(again.errors).toContain('already');

            const [generated] = generateProducts(4_711, 1, () => ['any']);
            const { data } = await testShop.ask<{ product: { variants: { price: number }[] } }>(
                'shop-api',
                'query ($slug: String!) { product(slug: $slug) { variants { price: priceWithTax } } }',
                { market: 'de', language: 'de', variables: { slug: generated?.slug.de } },
            );
            expect(data.product.variants.map(({ price }) => price)).toEqual(
                generated?.variants.map(({ prices }) => prices.de),
            );
            const jobs = await testShop.ask<{ jobs: { totalItems: number } }>(
                'admin-api',
                '{ jobs(options: { filter: { queueName: { eq: "update-search-index" }, state: { eq: "PENDING" } } }) { totalItems } }',
                { token },
            );
            expect(jobs.data.jobs.totalItems).toBe(1);
        }, 120_000);
    });
});

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
