import type { GraphQlClient } from '../../support/graphql-client';
import { Merchant } from '../../support/merchant';
import { serverUrl } from './browser';

export interface FlashSale {
    /** Takes the rule away and puts the list prices back. */
    readonly end: () => Promise<void>;
}

const guards = {
    minMarginPercent: 0,
    floorPercentOfList: 10,
    ceilingPercentOfList: 200,
    maxChangePercentPerRun: 100,
    maxChangePercentPerDay: 100,
    rounding: 'none',
};

/** Puts a product on sale in the market `de`, by a rule and a run, as a merchant does. */
export async function startFlashSale(
    productId: string,
    changePercent: number,
    lastsMs: number,
): Promise<FlashSale> {
    const { client } = await Merchant.signIn(`${serverUrl}/admin-api?vendure-token=de`);
    const { createEfiPricingRule: rule } = await client.run<{ createEfiPricingRule: { id: string } }>(
        `mutation ($settings: EfiPricingSettingsInput!, $rule: EfiPricingRuleInput!) {
            updateEfiPricingSettings(input: $settings) { mode }
            createEfiPricingRule(input: $rule) {
                ... on EfiPricingRule { id } ... on EfiPricingRuleInvalidError { errorCode message } } }`,
        {
            settings: { currencyCode: 'EUR', mode: 'automatic', guards },
            rule: {
                name: 'Flash sale',
                startsAt: new Date(),
                endsAt: new Date(Date.now() + lastsMs),
                scope: { productIds: [Number(productId)] },
                effect: { kind: 'flash-sale', changePercent },
            },
        },
    );
    await run(client);
    return {
        end: async () => {
            await client.run(
                `mutation ($id: ID!) {
                    deleteEfiPricingRule(id: $id)
                    stopEfiPricing(currencyCode: EUR, restoreListPrices: true)
                    resumeEfiPricing(currencyCode: EUR) }`,
                { id: rule.id },
            );
        },
    };
}

/** Until the worker has done it. */
async function run(client: GraphQlClient): Promise<void> {
    const { startEfiPricingRun: started } = await client.run<{ startEfiPricingRun: { id: string } }>(
        `mutation { startEfiPricingRun(currencyCode: EUR) {
            ... on EfiPricingRun { id } ... on EfiPricingNotStartedError { errorCode message } } }`,
    );
    for (let state = 'pending'; state !== 'completed';) {
        const { efiPricingRun } = await client.run<{
            efiPricingRun: { state: string; error: string | null };
        }>('query ($id: ID!) { efiPricingRun(id: $id) { state error } }', { id: started.id });
        state = efiPricingRun.state;
        if (state === 'failed' || state === 'cancelled') {
            throw new Error(`The run is ${state}: ${efiPricingRun.error}`);
        }
        await new Promise(resolve => setTimeout(resolve, 250));
    }
}
