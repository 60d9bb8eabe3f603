import { OrderModifier, StockLevelService, StockLocationService, StockMovementService } from '@vendure/core';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { patchedMethods } from '../src/infrastructure/stock/patch-stock-services';
import { orderIntegrityShop } from './support/shop';
import { buy, LAMP, warehouse } from './support/stock';

describe('the stock levels', async () => {
    const shop = await orderIntegrityShop();
    const { haveLocations, stock, levels, forget, admin } = warehouse(shop);

    beforeAll(async () => {
        await shop.start();
        await haveLocations(3);
    });
    afterAll(shop.stop);
    beforeEach(forget);

    const allocate = (location: number, quantity: number) =>
        shop.sql(
            `UPDATE stock_level SET "stockAllocated" = "stockAllocated" + $2
              WHERE "productVariantId" = ${LAMP} AND "stockLocationId" = $1`,
            [location, quantity],
        );

    describe('let no SQL statement', () => {
        it('allocate more than a location has', async () => {
            await stock(LAMP, [2, 5, 0]);
            await allocate(1, 2);
            await expect(allocate(1, 1)).rejects.toMatchObject({ code: 'EF001' });
        });

        it('allocate what all locations together are to keep back', async () => {
            await stock(LAMP, [2, 5, 0], { useGlobalOutOfStockThreshold: false, outOfStockThreshold: 3 });
            await allocate(2, 4);
            await expect(allocate(1, 1)).rejects.toMatchObject({ code: 'EF001' });
            await stock(LAMP, [2, 5, 0], { useGlobalOutOfStockThreshold: true });
        });

        it('allocate past a backorder limit, however many locations share it', async () => {
            await stock(LAMP, [0, 0, 0], { useGlobalOutOfStockThreshold: false, outOfStockThreshold: -2 });
            await allocate(1, 1);
            await allocate(2, 1);
            await expect(allocate(3, 1)).rejects.toMatchObject({ code: 'EF001' });
            await stock(LAMP, [0, 0, 0], { useGlobalOutOfStockThreshold: true });
        });

        it('get past the sum by changing several locations at once', async () => {
            await stock(LAMP, [3, 3, 3], { useGlobalOutOfStockThreshold: false, outOfStockThreshold: 4 });
            await expect(
                shop.sql(`UPDATE stock_level SET "stockAllocated" = 2 WHERE "productVariantId" = ${LAMP}`),
            ).rejects.toMatchObject({ code: 'EF001' });
            await stock(LAMP, [3, 3, 3], { useGlobalOutOfStockThreshold: true });
        });

        it('overtake another that allocates the rest at another location', async () => {
            await stock(LAMP, [1, 1, 0], { useGlobalOutOfStockThreshold: false, outOfStockThreshold: 1 });
            const results = await Promise.allSettled([allocate(1, 1), allocate(2, 1)]);
            expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1);
            await stock(LAMP, [1, 1, 0], { useGlobalOutOfStockThreshold: true });
        });

        it('but allocate what is not tracked, and release and count as it likes', async () => {
            await stock(LAMP, [5, 0, 0]);
            await allocate(1, 5);
            await stock(LAMP, [1, 0, 0]);
            await allocate(1, -1);
            expect(await levels(LAMP)).toMatchObject([{ onHand: 1, allocated: 4 }, {}, {}]);
            await stock(LAMP, [1, 0, 0], { trackInventory: 'FALSE' });
            await allocate(1, 100);
        });
    });

    it('keep both a stocktake and what is bought meanwhile', async () => {
        await stock(LAMP, [100, 100, 100]);
        const counted = [90, 80, 70, 95, 85];
        const buying = Promise.all(Array.from({ length: 15 }, () => buy(shop.shopper(), { [LAMP]: 3 })));
        await Promise.all(counted.map(quantity => stock(LAMP, [quantity, quantity, quantity])));
        expect((await buying).filter(({ state }) => state === 'PaymentSettled')).toHaveLength(15);
        const after = await levels(LAMP);
        expect(after.reduce((sum, level) => sum + level.allocated, 0)).toBe(45);
        const adjusted = await shop.sql<{ location: number; sum: number }>(
            `SELECT "stockLocationId" AS location, sum(quantity)::int FROM stock_movement
              WHERE type = 'ADJUSTMENT' GROUP BY 1 ORDER BY 1`,
        );
        // Every difference that was written down is a true one: together they lead from 0 to what is there now.
        expect(after.map(level => level.onHand)).toEqual(adjusted.map(row => row.sum));
        expect(counted).toContain(after[0]?.onHand);
    });

    it('may be counted below what was sold, and sell nothing until more comes', async () => {
        await stock(LAMP, [3, 0, 0]);
        await buy(shop.shopper(), { [LAMP]: 3 });
        await stock(LAMP, [1, 1, 0]);
        expect((await buy(shop.shopper(), { [LAMP]: 1 })).state).not.toBe('PaymentSettled');
        await stock(LAMP, [1, 3, 0]);
        expect((await buy(shop.shopper(), { [LAMP]: 1 })).state).toBe('PaymentSettled');
        expect(await levels(LAMP)).toMatchObject([
            { onHand: 1, allocated: 3 },
            { onHand: 3, allocated: 1 },
            { onHand: 0, allocated: 0 },
        ]);
    });

    it('move to another location as they are when one closes', async () => {
        await haveLocations(4);
        const rows = await shop.sql<{ id: number }>('SELECT max(id) AS id FROM stock_location');
        const closing = rows[0]!.id;
        await stock(LAMP, [1, 0, 0]);
        await shop.sql(
            `INSERT INTO stock_level ("productVariantId", "stockLocationId", "stockOnHand", "stockAllocated")
             VALUES (${LAMP}, $1, 2, 3)`,
            [closing],
        );
        await admin(
            `mutation { deleteStockLocation(input: { id: "T_${closing}", transferToLocationId: "T_1" }) { result } }`,
        );
        expect((await levels(LAMP))[0]).toEqual({ location: 1, onHand: 3, allocated: 3 });
    });

    it('are changed by those methods of Vendure that the patch was written for', () => {
        const services = { OrderModifier, StockLevelService, StockLocationService, StockMovementService };
        const sources = Object.entries(patchedMethods).flatMap(([service, methods]) =>
            methods.map(method => {
                const prototype: unknown = services[service as keyof typeof services].prototype;
                return String((prototype as Record<string, unknown>)[method]);
            }),
        );
        // When this changes, compare the methods with those of the version before, and the patch with both.
        expect(createHash('sha256').update(sources.join('\n')).digest('hex')).toBe(
            'a343fbc1075f72bab7214d303b5d0810272ab9f581966faaaaea9a5b9c4fc75c',
        );
    });
});
