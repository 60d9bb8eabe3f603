import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Passkey {
    readonly id: string;
    readonly name: string;
    readonly isBackedUp: boolean;
    readonly createdAt: string;
    readonly lastUsedAt: string | null;
}

type Nothing = Record<string, never>;

export const passkeysQuery: TypedDocumentNode<
    { efiPasskeysAreOn: boolean; efiPasskeys: readonly Passkey[] },
    Nothing
> = gql`
    query EfiPasskeys {
        efiPasskeysAreOn
        efiPasskeys {
            id
            name
            isBackedUp
            createdAt
            lastUsedAt
        }
    }
`;

export const passkeysAreOnQuery: TypedDocumentNode<{ efiPasskeysAreOn: boolean }, Nothing> = gql`
    query EfiPasskeysAreOn {
        efiPasskeysAreOn
    }
`;

export const beginSignInMutation: TypedDocumentNode<{ beginEfiPasskeySignIn: string }, Nothing> = gql`
    mutation BeginEfiPasskeySignIn {
        beginEfiPasskeySignIn
    }
`;

export interface Answer extends Record<string, unknown> {
    readonly id: string;
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
    readonly userHandle?: string;
}

export const signInMutation: TypedDocumentNode<
    {
        authenticate: {
            readonly __typename: string;
            readonly channels?: readonly { readonly token: string }[];
            readonly authenticationError?: string;
        };
    },
    { readonly answer: Answer }
> = gql`
    mutation SignInByEfiPasskey($answer: EfiPasskeyInput!) {
        authenticate(input: { efiPasskey: $answer }) {
            __typename
            ... on CurrentUser {
                channels {
                    token
                }
            }
            ... on InvalidCredentialsError {
                authenticationError
            }
        }
    }
`;

export const beginMutation: TypedDocumentNode<
    { beginEfiPasskeyRegistration: string },
    { readonly password: string | null }
> = gql`
    mutation BeginEfiPasskey($password: String) {
        beginEfiPasskeyRegistration(password: $password)
    }
`;

export const finishMutation: TypedDocumentNode<
    { finishEfiPasskeyRegistration: { readonly id: string } },
    { readonly input: Record<string, unknown> }
> = gql`
    mutation FinishEfiPasskey($input: CreateEfiPasskeyInput!) {
        finishEfiPasskeyRegistration(input: $input) {
            id
        }
    }
`;

export const renameMutation: TypedDocumentNode<
    { renameEfiPasskey: { readonly id: string } },
    { readonly id: string; readonly name: string }
> = gql`
    mutation RenameEfiPasskey($id: ID!, $name: String!) {
        renameEfiPasskey(id: $id, name: $name) {
            id
        }
    }
`;

export const removeMutation: TypedDocumentNode<
    { removeEfiPasskey: { readonly success: boolean } },
    { readonly id: string }
> = gql`
    mutation RemoveEfiPasskey($id: ID!) {
        removeEfiPasskey(id: $id) {
            success
        }
    }
`;
