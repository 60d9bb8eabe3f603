import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Encryption {
    readonly masterKeys: string;
    readonly keyFile: string;
    readonly generation: number;
    readonly indexKeys: number;
    readonly rotatedAt: string | null;
    readonly isWhole: boolean;
    readonly work: 'SEAL' | 'OPEN' | null;
    readonly table: string | null;
    readonly progress: number | null;
    readonly rows: number;
    readonly updatedAt: string;
}

export const encryptionQuery: TypedDocumentNode<
    { efiPrivacyEncryption: Encryption | null },
    Record<string, never>
> = gql`
    query EfiPrivacyEncryption {
        efiPrivacyEncryption {
            masterKeys
            keyFile
            generation
            indexKeys
            rotatedAt
            isWhole
            work
            table
            progress
            rows
            updatedAt
        }
    }
`;
