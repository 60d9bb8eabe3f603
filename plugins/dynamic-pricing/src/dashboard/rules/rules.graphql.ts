import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface RuleInput {
    readonly name: string;
    readonly enabled: boolean;
    readonly priority: number;
    readonly startsAt: string | null;
    readonly endsAt: string | null;
    readonly scope: Readonly<Record<string, readonly number[]>>;
    readonly effect: { readonly kind: string } & Readonly<Record<string, unknown>>;
    readonly mayLower: boolean;
    readonly mayRaise: boolean;
    readonly combines: boolean;
}

export interface Rule extends RuleInput {
    readonly id: string;
}

export interface RuleInvalid {
    readonly __typename: 'EfiPricingRuleInvalidError';
    readonly field: string;
    readonly message: string;
}

export type SaveResult = { readonly __typename: 'EfiPricingRule'; readonly id: string } | RuleInvalid;

export const rulesQuery: TypedDocumentNode<{ efiPricingRules: readonly Rule[] }, Record<string, never>> = gql`
    query EfiPricingRules {
        efiPricingRules {
            id
            name
            enabled
            priority
            startsAt
            endsAt
            scope
            effect
            mayLower
            mayRaise
            combines
        }
    }
`;

export const createRuleMutation: TypedDocumentNode<
    { createEfiPricingRule: SaveResult },
    { input: RuleInput }
> = gql`
    mutation CreateEfiPricingRule($input: EfiPricingRuleInput!) {
        createEfiPricingRule(input: $input) {
            __typename
            ... on EfiPricingRule {
                id
            }
            ... on EfiPricingRuleInvalidError {
                field
                message
            }
        }
    }
`;

export const updateRuleMutation: TypedDocumentNode<
    { updateEfiPricingRule: SaveResult },
    { id: string; input: RuleInput }
> = gql`
    mutation UpdateEfiPricingRule($id: ID!, $input: EfiPricingRuleInput!) {
        updateEfiPricingRule(id: $id, input: $input) {
            __typename
            ... on EfiPricingRule {
                id
            }
            ... on EfiPricingRuleInvalidError {
                field
                message
            }
        }
    }
`;

export const deleteRuleMutation: TypedDocumentNode<{ deleteEfiPricingRule: boolean }, { id: string }> = gql`
    mutation DeleteEfiPricingRule($id: ID!) {
        deleteEfiPricingRule(id: $id)
    }
`;

/** What a rule says, without what the server adds. */
export function inputOf(rule: Rule): RuleInput {
    const { name, enabled, priority, startsAt, endsAt, scope, effect, mayLower, mayRaise, combines } = rule;
    return { name, enabled, priority, startsAt, endsAt, scope, effect, mayLower, mayRaise, combines };
}
