import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Audited {
    readonly administratorId: string;
    readonly identifier: string;
    readonly roles: readonly string[];
    readonly lastLogin: string | null;
    readonly permissions: ReadonlyArray<{ readonly name: string; readonly lastUsedAt: string | null }>;
    readonly unused: readonly string[];
}

interface Days extends Record<string, unknown> {
    readonly unusedForDays: number;
}

export const auditQuery: TypedDocumentNode<{ efiRoleAudit: readonly Audited[] }, Days> = gql`
    query EfiRoleAudit($unusedForDays: Int!) {
        efiRoleAudit(unusedForDays: $unusedForDays) {
            administratorId
            identifier
            roles
            lastLogin
            permissions {
                name
                lastUsedAt
            }
            unused
        }
    }
`;

export const auditCsvQuery: TypedDocumentNode<{ efiRoleAuditCsv: string }, Days> = gql`
    query EfiRoleAuditCsv($unusedForDays: Int!) {
        efiRoleAuditCsv(unusedForDays: $unusedForDays)
    }
`;
