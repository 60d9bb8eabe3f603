import { testShop } from '@efi/plugin-kit/testing';
import { PriceHistoryPlugin, priceHistoryMigrations, PriceHistoryService } from '@efi/price-history-plugin';
import { LanguageCode, RequestContextService, TransactionalConnection } from '@vendure/core';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

const DAY = 24 * 60 * 60 * 1000;
const now = Date.now();

interface Row {
    price: number;
    validFrom: Date;
    validTo: Date | null;
}

describe('the price history', async () => {
    const shop = await testShop({ plugins: [PriceHistoryPlugin.init()], migrations: priceHistoryMigrations });
    const { server, shopClient, adminClient } = shop;
    let database: TransactionalConnection['rawConnection'];

    beforeAll(async () => {
        await shop.start();
        database = server.app.get(TransactionalConnection).rawConnection;
    });
    afterAll(() => shop.stop());

    /** The history of the lamp, oldest first. */
    const history = () =>
        database.query<Row[]>(
            'SELECT price, "validFrom", "validTo" FROM efi_price_history WHERE "variantId" = 1 ORDER BY id',
        );
    const setPrice = (price: number) =>
        database.query('UPDATE product_variant_price SET price = $1 WHERE "variantId" = 1', [price]);
    const lowest = async () => {
        const { product } = await shopClient.query<{
            product: {
                variants: [
                    {
                        lowestPriceLast30Days: {
                            price: number;
                            priceWithTax: number;
                            isReduction: boolean;
                        } | null;
                    },
                ];
            };
        }>(
            parse(
                '{ product(slug: "lamp") { variants { lowestPriceLast30Days { price priceWithTax isReduction } } } }',
            ),
        );
        return product.variants[0].lowestPriceLast30Days;
    };

    describe('is written', () => {
        beforeEach(async () => {
            await setPrice(1000);
            await database.query(
                'DELETE FROM efi_price_history WHERE "variantId" = 1 AND "validTo" IS NOT NULL',
            );
        });

        it('when the Admin API changes a price', async () => {
            await adminClient.query(
                parse('mutation { updateProductVariants(input: [{ id: "T_1", price: 1200 }]) { id } }'),
            );
            const [old, current] = await history();
            expect(old).toMatchObject({ price: 1000, validTo: current?.validFrom });
            expect(current).toMatchObject({ price: 1200, validTo: null });
        });

        it('when SQL changes a price past the application', async () => {
            await setPrice(900);
            expect((await history()).map(row => row.price)).toEqual([1000, 900]);
        });

        it('once for a transaction, with what it leaves behind: a price between was offered to nobody', async () => {
            await database.transaction(async manager => {
                await manager.query('UPDATE product_variant_price SET price = 1 WHERE "variantId" = 1');
                await manager.query('UPDATE product_variant_price SET price = 800 WHERE "variantId" = 1');
            });
            expect((await history()).map(row => row.price)).toEqual([1000, 800]);
        });

        it('not at all when a transaction rolls back, or writes the same price again', async () => {
            await expect(
                database.transaction(async manager => {
                    await manager.query('UPDATE product_variant_price SET price = 1 WHERE "variantId" = 1');
                    throw new Error('roll back');
                }),
            ).rejects.toThrow('roll back');
            await setPrice(1000);
            expect((await history()).map(row => row.price)).toEqual([1000]);
        });

        it('when a price goes and comes back', async () => {
            await database.query('DELETE FROM product_variant_price WHERE "variantId" = 1');
            const [gone] = await history();
            expect(gone?.validTo).toBeInstanceOf(Date);
            await database.query(
                `INSERT INTO product_variant_price ("variantId", "channelId", "currencyCode", price)
                 VALUES (1, 1, 'USD', 700)`,
            );
            expect((await history()).map(entry => [entry.price, entry.validTo === null])).toEqual([
                [1000, false],
                [700, true],
            ]);
        });

        it('without gaps or overlaps when many change a price at once', async () => {
            await Promise.all(Array.from({ length: 20 }, (_, i) => setPrice(2000 + i)));
            const rows = await history();
            const [current] = await database.query<[{ price: number }]>(
                'SELECT price FROM product_variant_price WHERE "variantId" = 1',
            );
            expect(rows.filter(row => row.validTo === null)).toHaveLength(1);
            expect(rows.at(-1)?.price).toBe(current.price);
            rows.slice(1).forEach((row, i) => expect(row.validFrom).toEqual(rows[i]?.validTo));
        });
    });

    it('can be added to, but not changed, by the role that runs the application', async () => {
        await database.query(`
            CREATE ROLE efi_history_reader;
            ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO efi_history_reader`);
        const runner = database.createQueryRunner();
        try {
            const [Migration] = priceHistoryMigrations;
            await runner.startTransaction();
            await new Migration!().down(runner);
            await new Migration!().up(runner);
            const [granted] = (await runner.query(`
                SELECT has_table_privilege('efi_history_reader', 'efi_price_history', 'SELECT, INSERT') AS append,
                       has_table_privilege('efi_history_reader', 'efi_price_history', 'UPDATE') AS update,
                       has_table_privilege('efi_history_reader', 'efi_price_history', 'DELETE') AS delete`)) as unknown[];
            expect(granted).toEqual({ append: true, update: false, delete: false });
        } finally {
            await runner.rollbackTransaction();
            await runner.release();
            await database.query('DROP OWNED BY efi_history_reader; DROP ROLE efi_history_reader');
        }
    });

    describe('tells the lowest price', () => {
        /** Replaces the lamp's history: each price with the days ago that it began and ended. */
        const given = async (...prices: Array<[price: number, from: number, to: number | null]>) => {
            await database.query('DELETE FROM efi_price_history WHERE "variantId" = 1');
            const current = prices.at(-1)?.[0];
            for (const [price, from, to] of prices) {
                await database.query(
                    `INSERT INTO efi_price_history ("variantId", "channelId", "currencyCode", price, "validFrom", "validTo")
                     VALUES (1, 1, 'USD', $1, $2, $3)`,
                    [price, new Date(now - from * DAY), to === null ? null : new Date(now - to * DAY)],
                );
            }
            await setPrice(current ?? 0);
        };

        it.each([
            ['the present price, when it was the only one', [[1000, 90, null]], 1000, false],
            [
                'the price before, when a reduction began yesterday',
                [
                    [1000, 90, 1],
                    [800, 1, null],
                ],
                1000,
                true,
            ],
            [
                'the same one for as long as the reduction lasts',
                [
                    [1000, 200, 100],
                    [800, 100, null],
                ],
                1000,
                true,
            ],
            [
                'a short low in the 30 days before the reduction',
                [
                    [1000, 90, 20],
                    [700, 20, 18],
                    [1000, 18, 1],
                    [800, 1, null],
                ],
                700,
                true,
            ],
            [
                'not a low that ended more than 30 days before the reduction',
                [
                    [700, 90, 40],
                    [1000, 40, 1],
                    [800, 1, null],
                ],
                1000,
                true,
            ],
            [
                'a low that began earlier and reached into the 30 days',
                [
                    [700, 90, 30],
                    [1000, 30, 1],
                    [800, 1, null],
                ],
                700,
                true,
            ],
            [
                'the step before, when a reduction went on',
                [
                    [1000, 90, 10],
                    [900, 10, 5],
                    [800, 5, null],
                ],
                900,
                true,
            ],
            [
                'the earlier, lower price, after it rose',
                [
                    [700, 90, 10],
                    [1000, 10, null],
                ],
                700,
                false,
            ],
            [
                'the present price, when it rose longer ago',
                [
                    [700, 90, 31],
                    [1000, 31, null],
                ],
                1000,
                false,
            ],
            [
                'the present price, after a pause of more than 30 days',
                [
                    [1000, 90, 60],
                    [800, 1, null],
                ],
                800,
                false,
            ],
        ] as const)('%s', async (_title, prices, price, isReduction) => {
            await given(...(prices as unknown as Array<[number, number, number | null]>));
            expect(await lowest()).toEqual({ price, priceWithTax: price * 1.2, isReduction });
        });

        it('taxed as the channel shows prices', async () => {
            await given([1000, 90, 1], [800, 1, null]);
            const includeTax = (pricesIncludeTax: boolean) =>
                adminClient.query(
                    parse(
                        `mutation { updateChannel(input: { id: "T_1", pricesIncludeTax: ${pricesIncludeTax} }) { __typename } }`,
                    ),
                );
            await includeTax(true);
            expect(await lowest()).toEqual({ price: 833, priceWithTax: 1000, isReduction: true });
            await includeTax(false);
        });

        it('of all variants of a product in one query', async () => {
            const service = server.app.get(PriceHistoryService);
            const query = vi.spyOn(service, 'lowestPrices');
            await shopClient.query(
                parse('{ product(slug: "rug") { variants { lowestPriceLast30Days { price } } } }'),
            );
            expect(query).toHaveBeenCalledTimes(1);
            expect(query.mock.calls[0]?.[1]).toHaveLength(2);
            query.mockRestore();
        });

        it('as of any moment', async () => {
            await given([700, 90, 10], [1000, 10, null]);
            const ctx = await server.app
                .get(RequestContextService)
                .create({ apiType: 'shop', languageCode: LanguageCode.en });
            const inAMonth = await server.app
                .get(PriceHistoryService)
                .lowestPrices(ctx, [1], new Date(now + 30 * DAY));
            expect(inAMonth).toMatchObject([{ variantId: 1, price: 1000, isReduction: false }]);
        });
    });

    describe('is listed by the Admin API', () => {
        const list = parse(
            '{ efiPriceHistory(productVariantId: "T_2", take: 10) { totalItems items { id price currencyCode validTo } } }',
        );

        it('newest first', async () => {
            await database.query('UPDATE product_variant_price SET price = 7000 WHERE "variantId" = 2');
            const { efiPriceHistory } = await adminClient.query<{
                efiPriceHistory: { totalItems: number; items: Row[] };
            }>(list);
            expect(efiPriceHistory).toMatchObject({
                totalItems: 2,
                items: [{ price: 7000, currencyCode: 'USD', validTo: null }, { price: 8000 }],
            });
        });

        it('to those only who may read the catalogue', async () => {
            await adminClient.asAnonymousUser();
            await expect(adminClient.query(list)).rejects.toThrow('not currently authorized');
            await adminClient.asSuperAdmin();
        });

        it('in pages of at most 100', async () => {
            await expect(
                adminClient.query(
                    parse('{ efiPriceHistory(productVariantId: "T_2", take: 101) { totalItems } }'),
                ),
            ).rejects.toThrow('take goes from 1 to 100');
        });
    });
});
