import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenOnceCalm } from '../invariants';
import { RunningShop } from '../support/running-shop';
import { OrderDesk } from './order-desk';
import { outcomeOf } from './outcome';
import { scenarios } from './scenarios';

const STOCK = 50;

/** The same acts in two shops, one with the plugins and one without, must come to the same. */
describe('with the plugins as without', () => {
    let withGuards: OrderDesk;
    let without: OrderDesk;

    beforeAll(async () => {
        const guarded = await RunningShop.open({ name: 'unchanged_with', servers: 1, sellers: true });
        withGuards = new OrderDesk(guarded, 'sandbox');
        const plain = await RunningShop.open({
            name: 'unchanged_without',
            servers: 1,
            workers: 0,
            guards: false,
        });
        without = new OrderDesk(plain, 'plain-sandbox');
        await plain.merchant.addPaymentMethod('plain-sandbox', 'plain-sandbox');
    });

    afterAll(async () => {
        await withGuards?.shop.close();
        await without?.shop.close();
    });

    it.each(scenarios.map(scenario => [scenario.name, scenario] as const))('%s', async (_, { sku, run }) => {
        const outcomes = [];
        for (const desk of [without, withGuards]) {
            const [place = ''] = desk.shop.locations;
            const variantId = await desk.shop.merchant.addVariant({ sku, stock: { [place]: STOCK } });
            const orderId = await run(desk, variantId);
            outcomes.push(await outcomeOf(desk.shop, orderId));
        }
        const [expected, actual] = outcomes;
        expect(expected?.lines).not.toEqual([]);
        expect(actual).toEqual(expected);
    });

    it('takes goods from two places, in parts, from where they were kept for the order', async () => {
        const { shop } = withGuards;
        const [one = '', two = ''] = shop.locations;
        const variantId = await shop.merchant.addVariant({
            sku: 'two-places',
            stock: { [one]: 3, [two]: 4 },
        });
        const id = await withGuards.paidOrder(variantId, 5);
        expect(await levels()).toEqual(['3 of 3', '2 of 4']);
        const { lines, payments } = await withGuards.order(id);
        const orderLineId = lines[0]?.id ?? '';
        await withGuards.fulfil([{ orderLineId, quantity: 2 }]);
        await withGuards.fulfil([{ orderLineId, quantity: 2 }]);
        await withGuards.cancel({ orderId: id, lines: [{ orderLineId, quantity: 1 }] });
        await withGuards.refund(payments[0]?.id ?? '', 4900 * 1.2);
        expect(await levels()).toEqual(['0 of 0', '0 of 3']);

        /** What is allocated of what is there, at each place. */
        async function levels(): Promise<string[]> {
            const { rows } = await shop.database.query<{ level: string }>(
                `SELECT "stockAllocated" || ' of ' || "stockOnHand" AS level FROM stock_level
                  WHERE "productVariantId" = $1 AND "stockLocationId" IN ($2, $3) ORDER BY "stockLocationId"`,
                [variantId, one, two],
            );
            return rows.map(row => row.level);
        }
    });

    it('and nothing was lost over it', async () => {
        expect(await brokenOnceCalm(withGuards.shop)).toEqual([]);
    });
});
