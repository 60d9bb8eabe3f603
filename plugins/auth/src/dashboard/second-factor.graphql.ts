import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

interface ByCode extends Record<string, unknown> {
    readonly code: string;
}

export interface SetUp {
    readonly secret: string;
    readonly uri: string;
    readonly qrCode: string;
}

interface RecoveryCodes {
    readonly codes: readonly string[];
}

export const stateQuery: TypedDocumentNode<
    { efiSecondFactor: { readonly isOn: boolean; readonly recoveryCodesLeft: number } },
    Record<string, never>
> = gql`
    query EfiSecondFactor {
        efiSecondFactor {
            isOn
            recoveryCodesLeft
        }
    }
`;

export const beginMutation: TypedDocumentNode<
    { beginEfiSecondFactor: SetUp },
    { readonly password: string }
> = gql`
    mutation BeginEfiSecondFactor($password: String!) {
        beginEfiSecondFactor(password: $password) {
            secret
            uri
            qrCode
        }
    }
`;

export const confirmMutation: TypedDocumentNode<{ confirmEfiSecondFactor: RecoveryCodes }, ByCode> = gql`
    mutation ConfirmEfiSecondFactor($code: String!) {
        confirmEfiSecondFactor(code: $code) {
            codes
        }
    }
`;

export const renewMutation: TypedDocumentNode<{ renewEfiRecoveryCodes: RecoveryCodes }, ByCode> = gql`
    mutation RenewEfiRecoveryCodes($code: String!) {
        renewEfiRecoveryCodes(code: $code) {
            codes
        }
    }
`;

export const proveMutation: TypedDocumentNode<{ proveEfiSecondFactor: { success: boolean } }, ByCode> = gql`
    mutation ProveEfiSecondFactor($code: String!) {
        proveEfiSecondFactor(code: $code) {
            success
        }
    }
`;

export const endMutation: TypedDocumentNode<{ endEfiSecondFactor: { success: boolean } }, ByCode> = gql`
    mutation EndEfiSecondFactor($code: String!) {
        endEfiSecondFactor(code: $code) {
            success
        }
    }
`;
