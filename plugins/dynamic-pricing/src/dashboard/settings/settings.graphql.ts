import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

interface Guards {
    readonly minMarginPercent: number;
    readonly floorPercentOfList: number;
    readonly ceilingPercentOfList: number;
    readonly maxChangePercentPerRun: number;
    readonly maxChangePercentPerDay: number;
    readonly rounding: string;
}

export interface Settings {
    readonly currencyCode: string;
    readonly mode: string;
    readonly isStopped: boolean;
    readonly guards: Guards;
}

export const settingsQuery: TypedDocumentNode<
    { efiPricingSettings: readonly Settings[] },
    Record<string, never>
> = gql`
    query EfiPricingSettings {
        efiPricingSettings {
            currencyCode
            mode
            isStopped
            guards {
                minMarginPercent
                floorPercentOfList
                ceilingPercentOfList
                maxChangePercentPerRun
                maxChangePercentPerDay
                rounding
            }
        }
    }
`;

export const updateSettingsMutation: TypedDocumentNode<
    { updateEfiPricingSettings: { readonly mode: string } },
    { input: Omit<Settings, 'isStopped'> }
> = gql`
    mutation UpdateEfiPricingSettings($input: EfiPricingSettingsInput!) {
        updateEfiPricingSettings(input: $input) {
            mode
        }
    }
`;

export const stopMutation: TypedDocumentNode<
    { stopEfiPricing: number },
    { currencyCode: string; restoreListPrices: boolean; reason: string }
> = gql`
    mutation StopEfiPricing($currencyCode: CurrencyCode!, $restoreListPrices: Boolean!, $reason: String) {
        stopEfiPricing(currencyCode: $currencyCode, restoreListPrices: $restoreListPrices, reason: $reason)
    }
`;

export const resumeMutation: TypedDocumentNode<{ resumeEfiPricing: boolean }, { currencyCode: string }> = gql`
    mutation ResumeEfiPricing($currencyCode: CurrencyCode!) {
        resumeEfiPricing(currencyCode: $currencyCode)
    }
`;
