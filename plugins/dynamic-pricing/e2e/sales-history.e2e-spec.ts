import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { merchant } from './support/merchant';
import { CHAIR, LAMP, pricingShop } from './support/shop';
import { elasticWeeks, sell, steadyWeeks } from './support/weekly-sales';

interface Simulated {
    readonly variants: number;
    readonly variantsTold: number;
    readonly weeksReplayed: number;
    readonly notReplayable: string | null;
    readonly untold: readonly { readonly reason: string; readonly variants: number }[];
    readonly told: {
        readonly chanceToGain: number;
        readonly difference: Record<
            'units' | 'revenue' | 'margin',
            { low: number; mean: number; high: number }
        >;
    } | null;
}

describe('prices by the shop’s own sales', async () => {
    const shop = await pricingShop();
    const { settings, addRule, run, currency: currencyOf } = merchant(shop);
    let currency = '';

    beforeAll(async () => {
        await shop.start();
        currency = await currencyOf();
        await sell(shop, LAMP.id, elasticWeeks(LAMP.price));
        await sell(shop, CHAIR.id, steadyWeeks(CHAIR.price));
        await shop.admin(
            `mutation ($currency: CurrencyCode!, $csv: String!) {
                importEfiPriceCsv(kind: cost, currencyCode: $currency, csv: $csv) { problem } }`,
            { currency, csv: `sku,cost,currency\nLAMP,5.00,${currency}\nCHAIR,40.00,${currency}` },
        );
        await settings('automatic');
    });
    afterAll(shop.stop);

    const simulate = async (effect: unknown, rest: Record<string, unknown> = {}): Promise<Simulated> => {
        const { efiPricingSimulation } = await shop.admin<{ efiPricingSimulation: Simulated }>(
            `query ($currency: CurrencyCode!, $draft: EfiPricingRuleInput!) {
                efiPricingSimulation(currencyCode: $currency, draft: $draft) {
                    ... on EfiPricingSimulation {
                        variants variantsTold weeksReplayed notReplayable untold { reason variants }
                        told { chanceToGain difference {
                            units { low mean high } revenue { low mean high } margin { low mean high } } }
                    }
                    ... on EfiPricingRuleInvalidError { field } } }`,
            { currency, draft: { name: 'draft', effect, ...rest } },
        );
        return efiPricingSimulation;
    };

    it('show what a rule would have made of them, with intervals, and of how many they can’t tell', async () => {
        const simulated = await simulate({ kind: 'demand', ratioAtLeast: 0.1, changePercent: -10 });
        expect(simulated).toMatchObject({
            ...{ variants: 2, variantsTold: 1 },
            untold: [{ reason: 'too-little-price-variation', variants: 1 }],
        });
        const { units, revenue, margin } = simulated.told!.difference;
        // Shoppers answer by 2.5 % to 1 %: a tenth off sells about 30 % more, in more than 70 weeks of about 200.
        expect(units.low).toBeGreaterThan(1_000);
        expect(units.low).toBeLessThan(units.mean);
        expect(units.high).toBeGreaterThan(units.mean);
        expect(revenue.low).toBeGreaterThan(0);
        expect(margin.mean).toBeGreaterThan(0);
        expect(simulated.weeksReplayed).toBeGreaterThan(70);
        expect(simulated.told!.chanceToGain).toBeGreaterThan(0.5);
    });

    it('give no figure where they can’t tell', async () => {
        const ends = { endsAt: new Date(Date.now() + 3_600_000) };
        const steady = await simulate(
            { kind: 'flash-sale', changePercent: -20 },
            { ...ends, scope: { variantIds: [CHAIR.id] } },
        );
        expect(steady).toMatchObject({ variants: 1, variantsTold: 0, told: null });
        const unseen = await simulate(
            { kind: 'flash-sale', changePercent: -45 },
            { ...ends, scope: { variantIds: [LAMP.id] } },
        );
        expect(unseen).toMatchObject({ told: null, untold: [{ reason: 'prices-never-seen', variants: 1 }] });
        expect(await simulate({ kind: 'stock', stockAtLeast: 5, changePercent: -10 })).toMatchObject({
            notReplayable: 'inputs-not-on-record',
            told: null,
        });
        expect(await simulate({ kind: 'flash-sale', changePercent: -10 })).toEqual({ field: 'endsAt' });
    });

    it('tell the price of highest expected margin, and leave prices alone of which they can’t', async () => {
        await addRule({ kind: 'elasticity' }, { name: 'Best margin', mayRaise: true });
        expect(await run()).toMatchObject({ state: 'completed', changedPrices: 1 });
        // Lerner's price for a cost of 5.00 and an elasticity of −2.5 is 8.33.
        const price = (await shop.priceOf(LAMP.id))?.price ?? 0;
        expect(price).toBeGreaterThanOrEqual(800);
        expect(price).toBeLessThan(880);
        expect(await shop.priceOf(CHAIR.id)).toMatchObject({ price: CHAIR.price });
        const [decision] = await shop.sql<{ trace: unknown }>('SELECT trace FROM efi_price_decision');
        expect(decision?.trace).toMatchObject({ fired: [{ name: 'Best margin', kind: 'elasticity' }] });
        const { efiPricePreview } = await shop.admin<{ efiPricePreview: { items: { trace: unknown }[] } }>(
            `query ($input: EfiPricePreviewInput!) { efiPricePreview(input: $input) {
                ... on EfiPricePreviews { items { trace } } } }`,
            { input: { currencyCode: currency, productVariantIds: [`T_${CHAIR.id}`] } },
        );
        expect(efiPricePreview.items[0]?.trace).toMatchObject({
            basis: 'list-price',
            lost: [{ name: 'Best margin', reason: 'elasticity-insufficient-data' }],
        });
    });
});
