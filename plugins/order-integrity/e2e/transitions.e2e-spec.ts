import {
    defaultOrderProcess,
    type ID,
    type Injector,
    LanguageCode,
    Order,
    OrderModifier,
    OrderService,
    type OrderProcess,
    type RequestContext,
    RequestContextService,
    SessionService,
    Surcharge,
    TransactionalConnection,
} from '@vendure/core';
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { orderIntegrityShop } from './support/shop';
import { fillCart, LAMP, moveOrder } from './support/stock';

/** Another plugin's step, which puts a surcharge that it made into the order, and relies on the order's being saved. */
class ChargeForPaying implements OrderProcess<never> {
    private connection!: TransactionalConnection;

    init(injector: Injector): void {
        this.connection = injector.get(TransactionalConnection);
    }

    onTransitionStart: OrderProcess<never>['onTransitionStart'] = async (_from, to, { ctx, order }) => {
        if (to === 'ArrangingPayment') {
            order.surcharges = [
                await this.connection.getRepository(ctx, Surcharge).save(
                    new Surcharge({
                        description: 'Handling',
                        sku: '',
                        taxLines: [],
                        listPrice: 100,
                        listPriceIncludesTax: true,
                    }),
                ),
            ];
        } else if (to === 'AddingItems') {
            order.surcharges = [];
        }
    };
}

/** Another plugin's step that fails, by itself or in the database. */
class BreakDown implements OrderProcess<never> {
    at?: 'start' | 'end';
    private connection!: TransactionalConnection;

    init(injector: Injector): void {
        this.connection = injector.get(TransactionalConnection);
    }

    onTransitionStart: OrderProcess<never>['onTransitionStart'] = async (_from, _to, { ctx }) => {
        if (this.at === 'start') {
            await this.connection.getRepository(ctx, Surcharge).query('SELECT 1 / 0');
        }
    };

    onTransitionEnd: OrderProcess<never>['onTransitionEnd'] = () => {
        if (this.at === 'end') {
            throw new Error('broken down');
        }
    };
}

describe('moving an order to another state', async () => {
    const breakDown = new BreakDown();
    const shop = await orderIntegrityShop({
        orderOptions: { process: [defaultOrderProcess, new ChargeForPaying(), breakDown] },
    });
    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    const surcharges = () =>
        shop.sql<{ orderId: number | null }>('SELECT "orderId" FROM surcharge ORDER BY id');

    it('saves what a process puts into one of its lists, and what it takes out', async () => {
        const shopper = shop.shopper();
        await fillCart(shopper, { [LAMP]: 1 });
        await moveOrder(shopper, 'ArrangingPayment');
        expect(await surcharges()).toEqual([{ orderId: 1 }]);
        await moveOrder(shopper, 'AddingItems');
        expect(await surcharges()).toEqual([{ orderId: null }]);
    });

    it('keeps the lines that were there', async () => {
        const rows = await shop.sql<{ orderId: number }>('SELECT "orderId" FROM order_line');
        expect(rows).toEqual([{ orderId: 1 }]);
    });

    it('leaves the time of the change in the order', async () => {
        const shopper = shop.shopper();
        const { id = '' } = await fillCart(shopper, { [LAMP]: 1 });
        const changedAt = async () => {
            const [row] = await shop.sql<{ updatedAt: Date }>(
                'SELECT "updatedAt" FROM "order" WHERE id = $1',
                [id.replace('T_', '')],
            );
            return row?.updatedAt.getTime() ?? 0;
        };
        const before = await changedAt();
        await moveOrder(shopper, 'ArrangingPayment');
        expect(await changedAt()).toBeGreaterThan(before);
    });

    it('says in the shopper’s words why it can’t be', async () => {
        const shopper = shop.shopper();
        shopper.language = LanguageCode.en;
        await fillCart(shopper, { [LAMP]: 1 });
        expect(await shopper.transition('Delivered')).toBe(
            'Cannot transition Order from "AddingItems" to "Delivered"',
        );
    });

    describe('that breaks down', () => {
        let connection: TransactionalConnection;
        let orders: OrderService;
        let ctx: RequestContext;
        let orderId: ID;

        beforeEach(async () => {
            connection = shop.server.app.get(TransactionalConnection);
            orders = shop.server.app.get(OrderService);
            ctx = await shop.server.app.get(RequestContextService).create({ apiType: 'admin' });
            const { id = '' } = await fillCart(shop.shopper(), { [LAMP]: 1 });
            orderId = Number(id.replace('T_', ''));
        });
        afterEach(() => {
            breakDown.at = undefined;
        });

        const note = (inTransaction: RequestContext) =>
            connection.getRepository(inTransaction, Order).update(orderId, { couponCodes: ['NOTED'] });
        const found = async () => {
            const [row] = await shop.sql<{ state: string; couponCodes: string; moves: number }>(
                `SELECT state, "couponCodes", (SELECT count(*)::int FROM history_entry WHERE "orderId" = o.id
                    AND type = 'ORDER_STATE_TRANSITION' AND data LIKE '%ArrangingPayment%') AS moves
                   FROM "order" o WHERE id = $1`,
                [orderId],
            );
            return row;
        };

        it('leaves nothing of it, nor of its transaction, to somebody who catches the error and goes on', async () => {
            breakDown.at = 'end';
            await expect(
                connection.withTransaction(ctx, async inner => {
                    await note(inner);
                    await orders.transitionToState(inner, orderId, 'ArrangingPayment').catch(() => undefined);
                }),
            ).rejects.toThrow('broken down');
            expect(await found()).toEqual({ state: 'AddingItems', couponCodes: '', moves: 0 });
        });

        it('is taken back alone where somebody sets a savepoint for it', async () => {
            breakDown.at = 'end';
            await connection.withTransaction(ctx, async inner => {
                await note(inner);
                await connection
                    .withTransaction(inner, part =>
                        orders.transitionToState(part, orderId, 'ArrangingPayment'),
                    )
                    .catch(() => undefined);
            });
            expect(await found()).toEqual({ state: 'AddingItems', couponCodes: 'NOTED', moves: 0 });
        });

        it('is no refusal when a statement failed', async () => {
            breakDown.at = 'start';
            await expect(
                connection.withTransaction(ctx, async inner => {
                    await note(inner);
                    return orders.transitionToState(inner, orderId, 'ArrangingPayment');
                }),
            ).rejects.toThrow('division by zero');
            expect(await found()).toMatchObject({ state: 'AddingItems', couponCodes: '' });
        });
    });

    it('is done by those methods of Vendure that were replaced', () => {
        const sources = [
            [
                OrderService.prototype,
                [
                    'findOne',
                    'transitionToState',
                    'getOrderOrThrow',
                    'getOrderPayments',
                    'assertAddingItemsState',
                    'setShippingMethod',
                    'addCustomerToOrder',
                ],
            ],
            [OrderModifier.prototype, ['getProductVariantOrThrow']],
            [SessionService.prototype, ['createAnonymousSession', 'setActiveOrder', 'unsetActiveOrder']],
        ] as const;
        const texts = sources.flatMap(([prototype, names]) =>
            names.map(name => String((prototype as unknown as Record<string, unknown>)[name])),
        );
        // When this changes, compare the methods with those of the version before, and what replaces them with both.
        expect(createHash('sha256').update(texts.join('\n')).digest('hex')).toBe(
            'f680183b54c118270025cab9f7b4859348d947ae4b7cb922848214ffd10254a1',
        );
    });
});
