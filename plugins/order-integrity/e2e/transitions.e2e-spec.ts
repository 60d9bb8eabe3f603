import {
    defaultOrderProcess,
    type Injector,
    LanguageCode,
    OrderService,
    type OrderProcess,
    SessionService,
    Surcharge,
    TransactionalConnection,
} from '@vendure/core';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe('moving an order to another state', async () => {
    const shop = await orderIntegrityShop({
        orderOptions: { process: [defaultOrderProcess, new ChargeForPaying()] },
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

    it('is done by those methods of Vendure that were replaced', () => {
        const sources = [
            [
                OrderService.prototype,
                [
                    'findOne',
                    'transitionToState',
                    'getOrderOrThrow',
                    'assertAddingItemsState',
                    'setShippingMethod',
                    'addCustomerToOrder',
                ],
            ],
            [SessionService.prototype, ['setActiveOrder', 'unsetActiveOrder']],
        ] as const;
        const texts = sources.flatMap(([prototype, names]) =>
            names.map(name => String((prototype as unknown as Record<string, unknown>)[name])),
        );
        // When this changes, compare the methods with those of the version before, and what replaces them with both.
        expect(createHash('sha256').update(texts.join('\n')).digest('hex')).toBe(
            '306b91f04a04857a6b6c72c16e1e6b22ece34ac06dfdf52c9a3d79a0c59ff539',
        );
    });
});
