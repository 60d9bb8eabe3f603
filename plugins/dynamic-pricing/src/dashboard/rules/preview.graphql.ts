import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';
import type { Trace } from '../shared/trace';
import type { RuleInput, RuleInvalid } from './rules.graphql';

export interface PreviewOfPrice {
    readonly productVariantId: string;
    readonly productVariantName: string;
    readonly sku: string;
    readonly currencyCode: string;
    readonly currentPrice: number;
    readonly price: number;
    readonly isSale: boolean;
    readonly trace: Trace;
}

export interface PreviewInput {
    readonly currencyCode: string;
    readonly productVariantIds: readonly string[];
    readonly draft: RuleInput;
    readonly draftId?: string;
}

type Previewed =
    { readonly __typename: 'EfiPricePreviews'; readonly items: readonly PreviewOfPrice[] } | RuleInvalid;

export const previewQuery: TypedDocumentNode<{ efiPricePreview: Previewed }, { input: PreviewInput }> = gql`
    query EfiPricePreview($input: EfiPricePreviewInput!) {
        efiPricePreview(input: $input) {
            __typename
            ... on EfiPricePreviews {
                items {
                    productVariantId
                    productVariantName
                    sku
                    currencyCode
                    currentPrice
                    price
                    isSale
                    trace
                }
            }
            ... on EfiPricingRuleInvalidError {
                field
                message
            }
        }
    }
`;
