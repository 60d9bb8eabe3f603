import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';
import type { ArrangedProduct } from './rules.graphql';

export interface FoundProduct {
    readonly productId: string;
    readonly productName: string;
    readonly inStock: boolean;
    readonly productAsset: { readonly preview: string } | null;
}

export interface PreviewInput {
    readonly [key: string]: unknown;
    readonly languageCode: string;
    readonly term: string;
    readonly pinnedIds?: readonly string[];
    readonly hiddenIds?: readonly string[];
}

export const previewQuery: TypedDocumentNode<
    {
        efiSearchPreview: {
            readonly totalItems: number;
            readonly items: readonly FoundProduct[];
            readonly correctedTerm: string | null;
            readonly pinnedIds: readonly string[];
            readonly synonyms: readonly string[];
        };
    },
    { input: PreviewInput }
> = gql`
    query EfiSearchPreview($input: EfiSearchPreviewInput!) {
        efiSearchPreview(input: $input) {
            totalItems
            correctedTerm
            pinnedIds
            synonyms
            items {
                productId
                productName
                inStock
                productAsset {
                    preview
                }
            }
        }
    }
`;

export const productsQuery: TypedDocumentNode<
    { products: { items: readonly ArrangedProduct[] } },
    { name: string }
> = gql`
    query EfiSearchProducts($name: String!) {
        products(options: { take: 8, filter: { name: { contains: $name } }, sort: { name: ASC } }) {
            items {
                id
                name
                enabled
            }
        }
    }
`;

export const settingsQuery: TypedDocumentNode<
    { efiSearchSettings: { inStockFirst: boolean | null; inStockFirstByDefault: boolean } },
    Record<string, never>
> = gql`
    query EfiSearchSettings {
        efiSearchSettings {
            inStockFirst
            inStockFirstByDefault
        }
    }
`;

export const updateSettingsMutation: TypedDocumentNode<
    { updateEfiSearchSettings: { inStockFirst: boolean | null } },
    { input: { inStockFirst: boolean | null } }
> = gql`
    mutation UpdateEfiSearchSettings($input: EfiSearchSettingsInput!) {
        updateEfiSearchSettings(input: $input) {
            inStockFirst
        }
    }
`;
