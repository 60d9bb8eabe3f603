import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Rule {
    readonly id: string;
    readonly days: number;
}

export interface Run {
    readonly rule: string;
    readonly days: number;
    readonly isDryRun: boolean;
    readonly startedAt: string;
    readonly endedAt: string | null;
    readonly due: number;
    readonly done: number;
    readonly problem: string | null;
}

export const retentionQuery: TypedDocumentNode<
    { efiRetentionRules: readonly Rule[]; efiRetentionRuns: readonly Run[] },
    { take: number }
> = gql`
    query EfiRetention($take: Int) {
        efiRetentionRules {
            id
            days
        }
        efiRetentionRuns(take: $take) {
            rule
            days
            isDryRun
            startedAt
            endedAt
            due
            done
            problem
        }
    }
`;

export const runMutation: TypedDocumentNode<{ runEfiRetention: readonly Run[] }, { dryRun: boolean }> = gql`
    mutation RunEfiRetention($dryRun: Boolean!) {
        runEfiRetention(dryRun: $dryRun) {
            rule
            days
            isDryRun
            startedAt
            endedAt
            due
            done
            problem
        }
    }
`;
