import {
    Order,
    OrderLine,
    OrderService,
    type RequestContext,
    RequestContextService,
    TransactionalConnection,
} from '@vendure/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OrderLock } from '../src/infrastructure/lock/order-lock';
import { orders } from '../src/infrastructure/lock/order-reference';
import { orderIntegrityShop } from './support/shop';
import { CHAIR, fillCart, LAMP } from './support/stock';

describe('saving the prices of an order', async () => {
    const shop = await orderIntegrityShop();
    let service: OrderService;
    let connection: TransactionalConnection;
    let ctx: RequestContext;
    let orderId: number;

    beforeAll(async () => {
        await shop.start();
        service = shop.server.app.get(OrderService);
        connection = shop.server.app.get(TransactionalConnection);
        ctx = await shop.server.app.get(RequestContextService).create({ apiType: 'admin' });
    });
    afterAll(() => shop.stop());
    beforeEach(async () => {
        const { id = '' } = await fillCart(shop.shopper(), { [LAMP]: 2, [CHAIR]: 1 });
        orderId = Number(id.replace('T_', ''));
    });

    /** Runs `change` on the order as it is read under its lock. */
    const changing = (change: (inner: RequestContext, order: Order) => Promise<unknown>) =>
        connection.withTransaction(ctx, inner =>
            shop.server.app.get(OrderLock).run(inner, orders(orderId), async locked => {
                const order = await service.findOne(locked, orderId);
                await change(locked, order ?? new Order());
            }),
        );
    const lamp = (order: Order | undefined) =>
        order?.lines.find(({ productVariantId }) => Number(productVariantId) === LAMP) ?? new OrderLine();
    const rows = async () => {
        const [row] = await shop.sql<{ quantity: number; subTotal: number; ofLines: number }>(
            `SELECT l.quantity, o."subTotal", sum(a.quantity * a."listPrice")::int AS "ofLines"
               FROM "order" o JOIN order_line l ON l."orderId" = o.id AND l."productVariantId" = $2
               JOIN order_line a ON a."orderId" = o.id WHERE o.id = $1 GROUP BY 1, 2`,
            [orderId, LAMP],
        );
        return row;
    };

    it('writes what changed on the way, whoever changed it', async () => {
        await changing(async (inner, order) => {
            lamp(order).quantity = 5;
            order.couponCodes = ['KEPT'];
            await service.applyPriceAdjustments(inner, order);
        });
        const found = await rows();
        expect(found).toMatchObject({ quantity: 5, subTotal: found?.ofLines });
        expect((await service.findOne(ctx, orderId))?.couponCodes).toEqual(['KEPT']);
    });

    it('writes what is as it was read, when it was saved in between', async () => {
        await changing(async (inner, order) => {
            const line = lamp(order);
            line.quantity = 9;
            await connection.getRepository(inner, OrderLine).save(line);
            line.quantity = 2;
            await service.applyPriceAdjustments(inner, order);
        });
        const found = await rows();
        expect(found).toMatchObject({ quantity: 2, subTotal: found?.ofLines });
    });

    it('writes what is as it was, when it was written a moment ago', async () => {
        await changing(async (inner, order) => {
            lamp(order).quantity = 9;
            await service.applyPriceAdjustments(inner, order);
            lamp(order).quantity = 2;
            await service.applyPriceAdjustments(inner, order);
        });
        const found = await rows();
        expect(found).toMatchObject({ quantity: 2, subTotal: found?.ofLines });
    });

    it('writes again what a savepoint took back', async () => {
        await changing(async (inner, order) => {
            lamp(order).quantity = 9;
            await connection
                .withTransaction(inner, async part => {
                    await service.applyPriceAdjustments(part, order);
                    throw new Error('taken back');
                })
                .catch(() => undefined);
            await service.applyPriceAdjustments(inner, order);
        });
        const found = await rows();
        expect(found).toMatchObject({ quantity: 9, subTotal: found?.ofLines });
    });

    it('saves all of an order that was read before its lock was taken', async () => {
        const old = await service.findOne(ctx, orderId);
        await changing(async (inner, order) => {
            lamp(order).quantity = 7;
            await service.applyPriceAdjustments(inner, order);
        });
        await service.applyPriceAdjustments(ctx, old ?? new Order());
        const found = await rows();
        expect(found).toMatchObject({ quantity: 2, subTotal: found?.ofLines });
    });

    it('puts the promotions of an order on it, and takes them off', async () => {
        await shop.sql(
            `INSERT INTO promotion (enabled, conditions, actions, "priorityScore") VALUES (true, '[]',
                '[{"code":"order_percentage_discount","args":[{"name":"discount","value":"50"}]}]', 0)`,
        );
        await shop.sql(
            'INSERT INTO promotion_channels_channel SELECT p.id, c.id FROM promotion p, channel c',
        );
        await shop.sql(
            `INSERT INTO promotion_translation ("languageCode", name, description, "baseId") SELECT 'en', 'Half', '', id FROM promotion`,
        );
        const apply = async () => {
            await changing((inner, order) => service.applyPriceAdjustments(inner, order));
            const [row] = await shop.sql<{ promotions: number }>(
                'SELECT count(*)::int AS promotions FROM order_promotions_promotion WHERE "orderId" = $1',
                [orderId],
            );
            const { subTotal, ofLines } = (await rows()) ?? { subTotal: 0, ofLines: 1 };
            return [row?.promotions, subTotal / ofLines];
        };
        expect(await apply()).toEqual([1, 0.5]);
        expect(await apply()).toEqual([1, 0.5]);
        await shop.sql('UPDATE promotion SET enabled = false');
        expect(await apply()).toEqual([0, 1]);
    });
});
