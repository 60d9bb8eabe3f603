import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface PreviewItem {
    readonly rank: number;
    readonly score: number;
    readonly modelRank: number | null;
    readonly ruleIds: readonly string[];
    readonly isCostMissing: boolean;
    readonly reason: { readonly code: string; readonly productName: string | null };
    readonly product: {
        readonly productId: string;
        readonly productName: string;
        readonly currencyCode: string;
        readonly productAsset: { readonly id: string; readonly preview: string } | null;
        readonly priceWithTax: { readonly min: number; readonly max: number };
    };
}

export interface PreviewList {
    readonly modelId: string;
    readonly impersonal: string | null;
    readonly items: readonly PreviewItem[];
}

export interface PreviewInput {
    readonly placement: string;
    readonly productId?: string;
    readonly customerId?: string;
    readonly orderCode?: string;
    readonly take: number;
}

export const previewQuery: TypedDocumentNode<
    { efiRecommendationPreview: PreviewList },
    { input: PreviewInput }
> = gql`
    query EfiRecommendationPreview($input: EfiRecommendationPreviewInput!) {
        efiRecommendationPreview(input: $input) {
            modelId
            impersonal
            items {
                rank
                score
                modelRank
                ruleIds
                isCostMissing
                reason {
                    code
                    productName
                }
                product {
                    productId
                    productName
                    currencyCode
                    productAsset {
                        id
                        preview
                    }
                    priceWithTax {
                        ... on PriceRange {
                            min
                            max
                        }
                    }
                }
            }
        }
    }
`;
