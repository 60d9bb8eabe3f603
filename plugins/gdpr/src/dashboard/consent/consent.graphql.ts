import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface ConsentText {
    readonly purpose: string;
    readonly languageCode: string;
    readonly title: string;
    readonly text: string;
}

export interface ConsentVersion {
    readonly version: number;
    readonly publishedAt: string;
    readonly publishedByName: string | null;
    readonly purposes: readonly {
        readonly purpose: string;
        readonly agreed: number;
        readonly refused: number;
    }[];
}

export const versionsQuery: TypedDocumentNode<
    { efiConsentVersions: readonly ConsentVersion[] },
    Record<string, never>
> = gql`
    query EfiConsentVersions {
        efiConsentVersions {
            version
            publishedAt
            publishedByName
            purposes {
                purpose
                agreed
                refused
            }
        }
    }
`;

export const textsQuery: TypedDocumentNode<
    { efiConsentTexts: readonly ConsentText[] },
    { version: number | null }
> = gql`
    query EfiConsentTexts($version: Int) {
        efiConsentTexts(version: $version) {
            purpose
            languageCode
            title
            text
        }
    }
`;

export const publishMutation: TypedDocumentNode<
    { publishEfiConsentTexts: readonly { version: number }[] },
    { texts: readonly ConsentText[] }
> = gql`
    mutation PublishEfiConsentTexts($texts: [EfiConsentTextInput!]!) {
        publishEfiConsentTexts(texts: $texts) {
            version
        }
    }
`;
