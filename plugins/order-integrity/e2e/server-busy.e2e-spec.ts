import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdOrders } from './support/hold-orders';
import { orderIntegrityShop } from './support/shop';

describe('a change whose turn does not come', async () => {
    const shop = await orderIntegrityShop({}, { maxTransactions: 1, transactionWaitSeconds: 0.3 });
    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    it('is told so in the shopper’s language, changes nothing, and succeeds later', async () => {
        const first = await shop.shopper().begin();
        await first.add();
        const late = await shop.shopper().begin();
        await late.add();
        late.language = 'de';
        const { id } = await first.order();
        const hold = await holdOrders(shop, [id]);

        const held = first.add();
        await hold.isWaitedForBy(1);
        await expect(late.add()).rejects.toThrow('Gerade kaufen sehr viele Menschen ein.');
        expect(await shop.shopClient.query(parse('{ products { totalItems } }'))).toEqual({
            products: { totalItems: 3 },
        });
        await hold.end();
        expect(await held).toMatchObject({ totalQuantity: 2 });
        expect(await late.add()).toMatchObject({ totalQuantity: 2 });
    });
});
