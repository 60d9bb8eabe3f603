import { expect, it } from 'vitest';
import { brokenOnceCalm } from '../invariants';
import { inParallel } from '../support/in-parallel';
import type { RunningShop } from '../support/running-shop';
import { gatherCrowd, rush } from './crowd';

const METHOD = 'sandbox';

/** Many buyers, few uses. */
export function stormOverPromotions(shop: () => RunningShop): void {
    it('gives a coupon for 10 orders to 10 of 100 buyers, and tells the others', async () => {
        const variantId = await plenty('coupon');
        await shop().merchant.addPromotion({ name: 'Ten', couponCode: 'TEN', usageLimit: 10, percent: 10 });
        const crowd = await gatherCrowd(shop(), { size: 100, variantId, couponCode: 'TEN' });
        const answers = await rush(crowd, METHOD);
        const refused = answers.filter(answer => answer.errorCode);
        expect(refused).toHaveLength(90);
        expect(refused[0]?.transitionError).toMatch(/TEN/);
        expect(await uses('Ten')).toBe(10);

        // Who was told that the coupon is gone may buy without it.
        const late = crowd.filter((_, n) => answers[n]?.errorCode).slice(0, 5);
        const full = await inParallel(late, 5, async shopper => {
            await shopper.startPaying();
            return shopper.pay(METHOD);
        });
        const discounted = answers.find(answer => !answer.errorCode)?.totalWithTax ?? 0;
        full.forEach(answer => expect(answer.totalWithTax).toBeGreaterThan(discounted));
        expect(await uses('Ten')).toBe(10);
        expect(await brokenOnceCalm(shop())).toEqual([]);
    });

    it('gives a promotion that comes by itself to as many orders as it is good for', async () => {
        const variantId = await plenty('automatic');
        await shop().merchant.addPromotion({ name: 'Five', usageLimit: 5, percent: 20, variantId });
        await rush(await gatherCrowd(shop(), { size: 50, variantId }), METHOD);
        expect(await uses('Five')).toBe(5);
        expect(await brokenOnceCalm(shop())).toEqual([]);
    });

    async function plenty(sku: string): Promise<string> {
        const [one = ''] = shop().locations;
        return shop().merchant.addVariant({ sku, stock: { [one]: 1_000 } });
    }

    async function uses(name: string): Promise<number> {
        const { rows } = await shop().database.query<{ n: number }>(
            `SELECT count(*)::int AS n
               FROM order_promotions_promotion op
               JOIN promotion_translation t ON t."baseId" = op."promotionId" AND t.name = $1
               JOIN "order" o ON o.id = op."orderId" AND o."orderPlacedAt" IS NOT NULL`,
            [name],
        );
        return rows[0]?.n ?? 0;
    }
}
