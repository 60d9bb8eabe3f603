import type { testShop } from '@efi/plugin-kit/testing';
import { parse } from 'graphql';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type Shop = Awaited<ReturnType<typeof testShop>>;

const HEAD =
    'name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets';

/** A file with one product, imported by a job. */
export async function importOf({ adminClient }: Shop, line: string): Promise<void> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'efi-audited-'));
    const file = path.join(folder, 'products.csv');
    writeFileSync(file, `${HEAD}\n${line}\n`);
    await adminClient.fileUploadMutation({
        mutation: parse(
            'mutation StartImport($input: StartEfiCatalogueImportInput!) { startEfiCatalogueImport(input: $input) { id } }',
        ),
        filePaths: [file],
        mapVariables: () => ({ input: { format: 'CSV', dryRun: false, file: null } }),
    });
    rmSync(folder, { recursive: true });
}

/** A rule that lowers what there is much of, in a run that writes what it decides. */
export async function runPricing({ adminClient }: Shop): Promise<void> {
    const admin = <T = unknown>(text: string, variables = {}) => adminClient.query<T>(parse(text), variables);
    const { activeChannel } = await admin<{ activeChannel: { defaultCurrencyCode: string } }>(
        '{ activeChannel { defaultCurrencyCode } }',
    );
    const currencyCode = activeChannel.defaultCurrencyCode;
    await admin(
        `mutation ($input: EfiPricingSettingsInput!) { updateEfiPricingSettings(input: $input) { mode } }`,
        {
            input: {
                ...{ currencyCode, mode: 'automatic' },
                guards: {
                    ...{ minMarginPercent: 10, floorPercentOfList: 50, ceilingPercentOfList: 150 },
                    ...{ maxChangePercentPerRun: 50, maxChangePercentPerDay: 80, rounding: 'none' },
                },
            },
        },
    );
    await admin(
        `mutation ($input: EfiPricingRuleInput!) { createEfiPricingRule(input: $input) { __typename } }`,
        {
            input: { name: 'rule', effect: { kind: 'stock', stockAtLeast: 50, changePercent: -10 } },
        },
    );
    await admin(
        `mutation ($currencyCode: CurrencyCode!) { startEfiPricingRun(currencyCode: $currencyCode) {
            __typename } }`,
        { currencyCode },
    );
}
