import { StatementLog } from '@efi/plugin-kit/testing';
import {
    Order,
    OrderService,
    type RelationPaths,
    type RequestContext,
    RequestContextService,
    TransactionalConnection,
} from '@vendure/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderIntegrityShop } from './support/shop';
import { buy, CHAIR, fillCart, LAMP } from './support/stock';

/** The relations that somebody in Vendure asks for, and some that nobody does. */
const RELATIONS: ReadonlyArray<RelationPaths<Order> | undefined> = [
    undefined,
    [],
    ['lines'],
    [
        'lines',
        'lines.productVariant',
        'lines.productVariant.productVariantPrices',
        'shippingLines',
        'surcharges',
        'customer',
    ],
    ['lines.productVariant', 'customer.addresses', 'channels.defaultTaxZone'],
    ['payments', 'surcharges', 'shippingLines'],
    ['payments.refunds', 'customer'],
    ['payments', 'payments.refunds', 'payments.refunds.lines'],
    ['lines.featuredAsset', 'shippingLines.shippingMethod', 'customer.user', 'channels'],
    [
        'payments',
        'payments.refunds',
        'fulfillments',
        'promotions',
        'modifications',
        'surcharges',
        'lines.taxCategory',
    ],
];

describe('reading an order', async () => {
    const log = new StatementLog();
    const shop = await orderIntegrityShop({
        dbConnectionOptions: { type: 'postgres', logging: ['query'], logger: log },
    });
    let ctx: RequestContext;
    let service: OrderService;
    const orders: Record<string, string> = {};

    beforeAll(async () => {
        await shop.start();
        ctx = await shop.server.app.get(RequestContextService).create({ apiType: 'admin' });
        service = shop.server.app.get(OrderService);
        const { id: empty = '' } = await shop.shopper().add(LAMP);
        await shop.sql('DELETE FROM order_line');
        const { id: cart = '' } = await fillCart(await shop.shopper().signIn(), { [LAMP]: 2, [CHAIR]: 1 });
        const { id: paid = '' } = await buy(shop.shopper(), { [CHAIR]: 3, [LAMP]: 1 });
        const { id: refunded = '' } = await buy(shop.shopper(), { [LAMP]: 2 });
        for (const amount of [100, 200]) {
            await shop.sql(
                `INSERT INTO payment (method, amount, state, metadata, "orderId") VALUES ('card', $1, 'Settled', '{}', $2)`,
                [amount, refunded.replace('T_', '')],
            );
        }
        await shop.sql(
            `INSERT INTO refund (items, shipping, adjustment, total, method, state, metadata, "paymentId")
             SELECT 0, 0, 0, n, 'card', 'Settled', '{}', p.id FROM payment p, generate_series(1, 2) n WHERE p.amount = 100`,
        );
        Object.assign(orders, { empty, cart, paid, refunded });
    });
    afterAll(() => shop.stop());

    const id = (name: string) => Number(orders[name]?.replace('T_', ''));
    /** As Vendure itself reads it: the class was left as it is. */
    const byVendure = (orderId: number, relations?: RelationPaths<Order>): Promise<Order | undefined> =>
        OrderService.prototype.findOne.call(service, ctx, orderId, relations && [...relations]);

    it.each(['empty', 'cart', 'paid', 'refunded'])(
        'finds in one that is %s what Vendure finds',
        async name => {
            for (const relations of RELATIONS) {
                const expected = await byVendure(id(name), relations);
                expect(expected?.code).toEqual(expect.any(String));
                const found = await service.findOne(ctx, id(name), relations && [...relations]);
                expect(contentsOf(found), relations?.join()).toEqual(contentsOf(expected));
            }
        },
    );

    it('finds no order that is not there', async () => {
        expect(await service.findOne(ctx, 999)).toBeUndefined();
    });

    it('prepares no more statements than a few, whatever is asked for', async () => {
        const ofVariants = ['options', 'facetValues', 'assets', 'product', 'collections', 'featuredAsset'];
        const connection = shop.server.app.get(TransactionalConnection);
        const prepared = await connection.withTransaction(ctx, async inTransaction => {
            for (let set = 0; set < 2 ** ofVariants.length; set++) {
                const wanted = ofVariants.filter((_, bit) => set & (1 << bit));
                await service.findOne(inTransaction, id('cart'), [
                    'payments',
                    ...wanted.map(relation => `lines.productVariant.${relation}`),
                ] as RelationPaths<Order>);
            }
            const { manager } = connection.getRepository(inTransaction, Order);
            return manager.query<Array<{ count: number }>>(
                'SELECT count(*)::int AS count FROM pg_prepared_statements',
            );
        });
        expect(prepared[0]?.count).toBeGreaterThan(0);
        expect(prepared[0]?.count).toBeLessThan(40);
    });

    it('takes a statement for the order and one for its lines', async () => {
        // What prices need, tax rates and zones, is in Vendure's cache from here on.
        await byVendure(id('cart'));
        const statementsOf = async (read: () => Promise<unknown>) => {
            log.clear();
            await read();
            return log.count();
        };
        expect(await statementsOf(() => byVendure(id('cart')))).toBeGreaterThan(6);
        expect(await statementsOf(() => service.findOne(ctx, id('cart')))).toBe(2);
    });
});

/**
 * Classes and contents all the way down, without what is calculated, which may throw when it lacks a relation. What was
 * met before is only named.
 */
function contentsOf(value: unknown, met = new Map<unknown, number>()): unknown {
    if (Array.isArray(value)) {
        return value.map(item => contentsOf(item, met));
    }
    if (value === null || typeof value !== 'object' || value instanceof Date) {
        return value;
    }
    const before = met.get(value);
    if (before !== undefined) {
        return `object ${before}`;
    }
    met.set(value, met.size);
    const stored = Object.entries(Object.getOwnPropertyDescriptors(value))
        .filter(([, property]) => 'value' in property)
        .sort(([one], [other]) => one.localeCompare(other));
    return [
        (value.constructor as { name: string } | undefined)?.name,
        stored.map(([name, property]) => [name, contentsOf(property.value, met)]),
    ];
}
