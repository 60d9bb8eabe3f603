import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';
import type { Feature, Verdict } from '../shared/decision.types';

export interface Rule {
    readonly id: string;
    readonly createdAt: string;
    readonly code: string;
    readonly version: number;
    readonly name: string;
    readonly expression: string;
    readonly points: number;
    readonly atLeast: Verdict | null;
    readonly enabled: boolean;
    /** Read with the versions only. */
    readonly createdBy?: string | null;
}

export interface RuleInput {
    readonly code: string;
    readonly name: string;
    readonly expression: string;
    readonly points: number;
    readonly atLeast: Verdict | null;
    readonly enabled: boolean;
}

export interface Tally {
    readonly good: number;
    readonly fraud: number;
    readonly unlabelled: number;
}

export interface BackTest {
    readonly orders: Tally;
    readonly fired: Tally;
    readonly unknown: number;
    readonly precision: number | null;
    readonly recall: number | null;
}

interface RuleInvalid {
    readonly __typename: 'EfiFraudRuleInvalidError';
    readonly message: string;
}

const RULE = `
    id createdAt code version name(languageCode: $language) expression points atLeast enabled
`;

export const rulesQuery: TypedDocumentNode<{ efiFraudRules: readonly Rule[] }, { language: string }> = gql`
    query EfiFraudRules($language: LanguageCode!) {
        efiFraudRules { ${RULE} }
    }
`;

/** The present version first. */
export const ruleVersionsQuery: TypedDocumentNode<
    { efiFraudRuleVersions: readonly Rule[] },
    { code: string; language: string }
> = gql`
    query EfiFraudRuleVersions($code: String!, $language: LanguageCode!) {
        efiFraudRuleVersions(code: $code) { ${RULE} createdBy }
    }
`;

export const featuresQuery: TypedDocumentNode<
    { efiFraudFeatures: readonly Omit<Feature, 'value'>[] },
    { language: string }
> = gql`
    query EfiFraudFeatures($language: LanguageCode!) {
        efiFraudFeatures {
            name
            label(languageCode: $language)
            unit
        }
    }
`;

export const backTestQuery: TypedDocumentNode<
    { efiFraudBackTest: ({ readonly __typename: 'EfiFraudBackTest' } & BackTest) | RuleInvalid },
    { expression: string }
> = gql`
    query EfiFraudBackTest($expression: String!) {
        efiFraudBackTest(expression: $expression) {
            __typename
            ... on EfiFraudBackTest {
                orders {
                    good
                    fraud
                    unlabelled
                }
                fired {
                    good
                    fraud
                    unlabelled
                }
                unknown
                precision
                recall
            }
            ... on ErrorResult {
                message
            }
        }
    }
`;

export const saveRuleMutation: TypedDocumentNode<
    { saveEfiFraudRule: { readonly __typename: 'EfiFraudRule' } | RuleInvalid },
    { input: RuleInput }
> = gql`
    mutation SaveEfiFraudRule($input: SaveEfiFraudRuleInput!) {
        saveEfiFraudRule(input: $input) {
            __typename
            ... on ErrorResult {
                message
            }
        }
    }
`;
