import type { PricingShop } from './shop';

interface Saved {
    readonly id: string;
    readonly field?: string;
}

interface Run {
    readonly id: string;
    readonly state: string;
    readonly changedPrices: number;
    readonly heldPrices: number;
}

const guards = {
    minMarginPercent: 10,
    floorPercentOfList: 50,
    ceilingPercentOfList: 150,
    maxChangePercentPerRun: 50,
    maxChangePercentPerDay: 80,
    rounding: 'none',
};

/** What a merchant does in the Admin API. */
export function merchant(shop: PricingShop) {
    let known: string | undefined;
    const currency = async () => (known ??= await shop.currency());
    const settings = async (mode: string, rest: Partial<Record<keyof typeof guards, unknown>> = {}) =>
        shop.admin(
            `mutation ($input: EfiPricingSettingsInput!) { updateEfiPricingSettings(input: $input) { mode } }`,
            { input: { currencyCode: await currency(), mode, guards: { ...guards, ...rest } } },
        );
    const addRule = async (effect: unknown, rest: Record<string, unknown> = {}) => {
        const { createEfiPricingRule: saved } = await shop.admin<{ createEfiPricingRule: Saved }>(
            `mutation ($input: EfiPricingRuleInput!) { createEfiPricingRule(input: $input) {
                ... on EfiPricingRule { id } ... on EfiPricingRuleInvalidError { field message } } }`,
            { input: { name: 'rule', effect, ...rest } },
        );
        return saved;
    };
    /** Without waiting for the queue: the job does the same. */
    const run = async (mode?: string): Promise<Run> => {
        const { startEfiPricingRun: started } = await shop.admin<{ startEfiPricingRun: Run }>(
            `mutation ($currency: CurrencyCode!, $mode: EfiPricingMode) {
                startEfiPricingRun(currencyCode: $currency, mode: $mode) {
                    ... on EfiPricingRun { id } ... on EfiPricingNotStartedError { message } } }`,
            { currency: await currency(), mode },
        );
        await shop.engine().execute(Number(started.id.replace('T_', '')));
        const { efiPricingRun } = await shop.admin<{ efiPricingRun: Run }>(
            'query ($id: ID!) { efiPricingRun(id: $id) { id state changedPrices heldPrices } }',
            { id: started.id },
        );
        return efiPricingRun;
    };
    return { settings, addRule, run, currency };
}
