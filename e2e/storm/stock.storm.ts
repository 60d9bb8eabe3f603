import { expect, it } from 'vitest';
import { brokenOnceCalm } from '../invariants';
import type { RunningShop } from '../support/running-shop';
import { isPaid } from '../support/shopper';
import { gatherCrowd, rush, tally } from './crowd';

/** Many buyers, few goods. */
export function stormOverStock(shop: () => RunningShop): void {
    it('lets 20 of 500 buyers have the 20 units that lie at three places', async () => {
        const [one = '', two = '', three = ''] = shop().locations;
        const variantId = await shop().merchant.addVariant({
            sku: 'twenty',
            stock: { [one]: 8, [two]: 7, [three]: 5 },
        });
        const answers = await rush(await gatherCrowd(shop(), { size: 500, variantId }), 'sandbox');
        expect(tally(answers)).toEqual({ PaymentSettled: 20, ORDER_STATE_TRANSITION_ERROR: 480 });
        expect(answers.find(answer => !isPaid(answer))?.transitionError).toMatch(/twenty/);
        expect(await allocated('twenty')).toEqual([8, 7, 5]);
        expect(await brokenOnceCalm(shop())).toEqual([]);
    });

    it('lets one of 200 buyers have the last unit', async () => {
        const [one = ''] = shop().locations;
        const variantId = await shop().merchant.addVariant({ sku: 'last', stock: { [one]: 1 } });
        const answers = await rush(await gatherCrowd(shop(), { size: 200, variantId }), 'sandbox');
        expect(tally(answers)).toEqual({ PaymentSettled: 1, ORDER_STATE_TRANSITION_ERROR: 199 });
        expect(await brokenOnceCalm(shop())).toEqual([]);
    });

    it('counts the stock right while a merchant takes stock in the rush', async () => {
        const [one = '', two = ''] = shop().locations;
        const variantId = await shop().merchant.addVariant({
            sku: 'counted',
            stock: { [one]: 30, [two]: 10 },
        });
        const crowd = await gatherCrowd(shop(), { size: 60, variantId });
        let open = true;
        const stocktaking = (async () => {
            // Each count finds one more than the last, so that none is below what is sold already.
            for (let found = 0; open; found = Math.min(found + 1, 15)) {
                await shop().merchant.takeStock(variantId, { [one]: 30 + found, [two]: 10 + found });
            }
        })();
        const answers = await rush(crowd, 'sandbox');
        open = false;
        await stocktaking;
        expect(tally(answers).PaymentSettled).toBeGreaterThanOrEqual(40);
        expect(await brokenOnceCalm(shop())).toEqual([]);
    });

    /** What is allocated at each place, in the places' order. */
    async function allocated(sku: string): Promise<number[]> {
        const { rows } = await shop().database.query<{ n: number }>(
            `SELECT s."stockAllocated" AS n FROM stock_level s JOIN product_variant v ON v.id = s."productVariantId"
              WHERE v.sku = $1 ORDER BY s."stockLocationId"`,
            [sku],
        );
        return rows.map(row => row.n);
    }
}
