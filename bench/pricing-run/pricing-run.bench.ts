import { startTestPostgres, type TestPostgres } from '@efi/plugin-kit/testing';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { merchant } from '../../plugins/dynamic-pricing/e2e/support/merchant';
import { pricingShop, type PricingShop } from '../../plugins/dynamic-pricing/e2e/support/shop';

const VARIANTS = 30_000;
const RULES = 50;

/** Copies of a row, with another value in some columns. */
async function copies(shop: PricingShop, table: string, own: Record<string, string>, where: string) {
    const columns = await shop.sql<{ name: string }>(
        `SELECT column_name AS name FROM information_schema.columns
          WHERE table_schema = 'public' AND table_name = $1 AND column_name <> 'id'`,
        [table],
    );
    const names = columns.map(({ name }) => name);
    await shop.sql(
        `INSERT INTO ${table} (${names.map(name => `"${name}"`).join()})
         SELECT ${names.map(name => own[name] ?? `t."${name}"`).join()} FROM ${table} t, ${where}`,
    );
}

/** A catalogue of the size, with a cost and two competitors for each variant. */
async function fill(shop: PricingShop) {
    await copies(
        shop,
        'product_variant',
        { sku: `'BENCH-' || n` },
        `generate_series(5, ${VARIANTS}) n WHERE t.id = 1`,
    );
    const added = `product_variant v WHERE v.sku LIKE 'BENCH-%'`;
    await copies(
        shop,
        'product_variant_price',
        { variantId: 'v.id', price: '1000 + v.id % 9000' },
        `${added} AND t."variantId" = 1`,
    );
    await copies(
        shop,
        'stock_level',
        { productVariantId: 'v.id', stockOnHand: 'v.id % 200' },
        `${added} AND t."productVariantId" = 1`,
    );
    await shop.sql(`INSERT INTO efi_variant_cost ("variantId", "currencyCode", cost)
        SELECT "variantId", "currencyCode", price / 2 FROM product_variant_price`);
    await shop.sql(`INSERT INTO efi_competitor_price ("variantId", "channelId", "currencyCode", competitor, price, "observedAt")
        SELECT "variantId", "channelId", "currencyCode", c, price * (90 + "variantId" % 15) / 100, now()
          FROM product_variant_price, unnest(ARRAY['A', 'B']) c`);
}

function effectOf(index: number): Record<string, unknown> {
    const changePercent = -1 - (index % 10);
    switch (index % 5) {
        case 0:
            return { kind: 'stock', stockAtLeast: 20 + index, changePercent };
        case 1:
            return {
                kind: 'competitor',
                target: 'weighted-mean',
                offsetPercent: -1,
                maxAgeHours: 48,
                minCompetitors: 2,
                weights: { A: 2 },
            };
        case 2:
            return { kind: 'cost-plus', markupPercent: 70 + index };
        case 3:
            return { kind: 'demand', ratioAtLeast: 1.5, changePercent: 5 };
        default:
            return { kind: 'stock', ageDaysAtLeast: 0, stockAtMost: 10 + index, changePercent: 4 };
    }
}

describe('a run over the prices of a large catalogue', () => {
    let postgres: TestPostgres;
    let shop: PricingShop;

    beforeAll(async () => {
        postgres = await startTestPostgres();
        process.env.EFI_TEST_DATABASE_URL = postgres.url;
        shop = await pricingShop();
        await shop.start();
        await fill(shop);
    }, 300_000);
    afterAll(async () => {
        await shop.stop();
        await postgres.stop();
    });

    it('takes less than half a minute', { timeout: 300_000 }, async () => {
        const { settings, addRule } = merchant(shop);
        await settings('automatic', { rounding: 'charm' });
        for (let index = 0; index < RULES; index++) {
            await addRule(effectOf(index), {
                name: `rule ${index}`,
                priority: index,
                mayRaise: true,
                combines: index % 7 === 0,
            });
        }
        // Past the job queue, so that one process does it, once.
        const [row] = await shop.sql<{ id: number }>(
            `INSERT INTO efi_pricing_run ("channelId", "currencyCode", mode, "startedBy")
             SELECT id, "defaultCurrencyCode", 'automatic', 'bench' FROM channel LIMIT 1 RETURNING id`,
        );
        const began = performance.now();
        const { state, changedPrices } = await shop.engine().execute(Number(row?.id));
        const seconds = Math.round((performance.now() - began) / 100) / 10;
        const figures = {
            variants: VARIANTS,
            rules: RULES,
            seconds,
            changedPrices,
            measuredAt: new Date().toISOString(),
        };
        writeFileSync(
            path.join(__dirname, '../results/pricing-run.json'),
            `${JSON.stringify(figures, null, 4)}\n`,
        );
        console.log(figures);
        expect(state).toBe('completed');
        expect(changedPrices).toBeGreaterThan(VARIANTS / 2);
    });
});
