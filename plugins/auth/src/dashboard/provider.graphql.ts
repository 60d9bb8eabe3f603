import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

interface SignInProvider {
    readonly id: string;
    readonly label: string;
    readonly start: string;
}

export const providersQuery: TypedDocumentNode<
    { efiSignInProviders: readonly SignInProvider[] },
    Record<string, never>
> = gql`
    query EfiSignInProviders {
        efiSignInProviders {
            id
            label
            start
        }
    }
`;

export const signInByCodeMutation: TypedDocumentNode<
    {
        authenticate: {
            readonly __typename: string;
            readonly channels?: readonly { readonly token: string }[];
        };
    },
    { readonly given: { readonly code: string; readonly verifier: string } }
> = gql`
    mutation SignInByEfiCode($given: EfiSignInCodeInput!) {
        authenticate(input: { efiSignInCode: $given }) {
            __typename
            ... on CurrentUser {
                channels {
                    token
                }
            }
        }
    }
`;
