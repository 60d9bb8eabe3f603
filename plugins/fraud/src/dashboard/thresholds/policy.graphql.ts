import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';
import type { Policy, Verdict } from '../shared/decision.types';
import type { Tally } from '../rules/rules.graphql';

const POLICY = `
    stepUpFrom reviewFrom blockFrom shadow unscoredAllowUpTo unscoredAbove fourEyesAbove reviewHours
`;

export type Thresholds = Pick<Policy, 'stepUpFrom' | 'reviewFrom' | 'blockFrom'>;

export interface VerdictTally {
    readonly verdict: Verdict;
    readonly orders: Tally;
}

export const policyQuery: TypedDocumentNode<{ efiFraudPolicy: Policy }, Record<string, never>> = gql`
    query EfiFraudPolicy {
        efiFraudPolicy { ${POLICY} }
    }
`;

/** Of the last 90 days. */
export const previewQuery: TypedDocumentNode<
    { efiFraudPolicyPreview: readonly VerdictTally[] },
    { stepUpFrom: number; reviewFrom: number; blockFrom: number }
> = gql`
    query EfiFraudPolicyPreview($stepUpFrom: Int!, $reviewFrom: Int!, $blockFrom: Int!) {
        efiFraudPolicyPreview(stepUpFrom: $stepUpFrom, reviewFrom: $reviewFrom, blockFrom: $blockFrom) {
            verdict
            orders {
                good
                fraud
                unlabelled
            }
        }
    }
`;

export const setPolicyMutation: TypedDocumentNode<
    {
        setEfiFraudPolicy:
            | { readonly __typename: 'EfiFraudPolicy' }
            | { readonly __typename: 'EfiFraudPolicyInvalidError'; readonly message: string };
    },
    { input: Policy }
> = gql`
    mutation SetEfiFraudPolicy($input: EfiFraudPolicyInput!) {
        setEfiFraudPolicy(input: $input) {
            __typename
            ... on ErrorResult {
                message
            }
        }
    }
`;
