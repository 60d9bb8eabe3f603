import { orderIntegrityMigrations } from '@efi/order-integrity-plugin';
import { uninstallMigration } from '@efi/plugin-kit';
import { TransactionalConnection } from '@vendure/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderIntegrityShop } from './support/shop';
import { buy, fillCart, LAMP, moveOrder, pay, warehouse } from './support/stock';

describe('a shop that takes the plugin out', async () => {
    // The plugin's line is gone from the configuration; its tables and its trigger are still there.
    const shop = await orderIntegrityShop({ plugins: [] });
    const { stock, levels } = warehouse(shop);

    beforeAll(shop.start);
    afterAll(shop.stop);

    it('goes on selling, before and after the migration that takes the rest out', async () => {
        await stock(LAMP, [8]);
        const paying = shop.shopper();
        const { id } = await fillCart(paying, { [LAMP]: 1 });
        await moveOrder(paying, 'ArrangingPayment');
        await shop.sql(
            `INSERT INTO efi_stock_reservation ("orderId", "variantId", "stockLocationId", quantity, "expiresAt")
             VALUES ($1, ${LAMP}, 1, 1, now() + interval '15 minutes')`,
            [id?.replace('T_', '')],
        );
        expect((await buy(shop.shopper(), { [LAMP]: 2 })).state).toBe('PaymentSettled');

        const Remove = uninstallMigration('RemoveOrderIntegrity1895400000000', orderIntegrityMigrations);
        const runner = shop.server.app.get(TransactionalConnection).rawConnection.createQueryRunner();
        await new Remove().up(runner);
        await runner.release();
        const left = await shop.sql(
            `SELECT relname AS name FROM pg_class WHERE relname ~ '(^|_)efi_' UNION ALL
             SELECT proname FROM pg_proc WHERE proname ~ '(^|_)efi_' UNION ALL
             SELECT tgname FROM pg_trigger WHERE tgname ~ '(^|_)efi_'`,
        );
        expect(left).toEqual([]);

        expect((await pay(paying)).state).toBe('PaymentSettled');
        expect((await buy(shop.shopper(), { [LAMP]: 3 })).state).toBe('PaymentSettled');
        expect(await levels(LAMP)).toEqual([{ location: 1, onHand: 8, allocated: 6 }]);
    });
});
