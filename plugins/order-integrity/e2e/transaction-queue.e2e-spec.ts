import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdOrders } from './support/hold-orders';
import { orderIntegrityShop } from './support/shop';

const POOL_SIZE = 3;

/** Two thirds of the pool. */
const TRANSACTIONS = 2;

describe('as many changes as the pool has connections, which all wait', async () => {
    const shop = await orderIntegrityShop({ dbConnectionOptions: { type: 'postgres', poolSize: POOL_SIZE } });
    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    it('leave a connection to those who only look, and succeed in the end', async () => {
        const shoppers = await Promise.all(Array.from({ length: POOL_SIZE }, () => shop.shopper().begin()));
        await Promise.all(shoppers.map(shopper => shopper.add()));
        const orders = await Promise.all(shoppers.map(shopper => shopper.order()));
        const hold = await holdOrders(
            shop,
            orders.map(({ id }) => id),
        );

        const changes = shoppers.map(shopper => shopper.add());
        await hold.isWaitedForBy(TRANSACTIONS);
        expect(await shop.shopClient.query(parse('{ products { totalItems } }'))).toEqual({
            products: { totalItems: 3 },
        });
        await hold.end();
        for (const { totalQuantity } of await Promise.all(changes)) {
            expect(totalQuantity).toBe(2);
        }
    });
});
