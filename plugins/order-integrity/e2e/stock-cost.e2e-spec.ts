import { StatementLog } from '@efi/plugin-kit/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWithoutPlugin, orderIntegrityShop } from './support/shop';
import { CHAIR, fillCart, LAMP, moveOrder, pay, RUG, warehouse } from './support/stock';

// It counts every table a few seconds after the start.
process.env.VENDURE_DISABLE_TELEMETRY = 'true';

/**
 * Statements from the cart to the paid order. What Vendure 3.7.3 needs on its own is checked by a run with
 * EFI_WITHOUT_ORDER_INTEGRITY=1.
 */
describe('paying for an order', async () => {
    const log = new StatementLog();
    const shop = await orderIntegrityShop({
        dbConnectionOptions: { type: 'postgres', logging: ['query'], logger: log },
    });
    const { haveLocations, stock } = warehouse(shop);

    beforeAll(async () => {
        await shop.start();
        await haveLocations(2);
        for (const variant of [LAMP, CHAIR, RUG, RUG + 1]) {
            await stock(variant, [100, 100]);
        }
        await statements({ [LAMP]: 1 });
    });
    afterAll(shop.stop);

    const statements = async (lines: Record<number, number>) => {
        const shopper = shop.shopper();
        await fillCart(shopper, lines);
        log.clear();
        expect((await moveOrder(shopper, 'ArrangingPayment')).state).toBe('ArrangingPayment');
        expect((await pay(shopper)).state).toBe('PaymentSettled');
        return log.count();
    };

    it.each([
        [1, 89, { [LAMP]: 2 }, 107],
        [4, 92, { [LAMP]: 2, [CHAIR]: 1, [RUG]: 1, [RUG + 1]: 1 }, 134],
    ])('of %s lines takes no more than %s SQL statements', async (_lines, withPlugin, lines, without) => {
        expect(await statements(lines)).toBeLessThanOrEqual(isWithoutPlugin ? without : withPlugin);
    });
});
