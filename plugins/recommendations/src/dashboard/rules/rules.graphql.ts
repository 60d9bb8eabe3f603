import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface RuleInput {
    readonly action: string;
    readonly target: string;
    readonly targetId: string | null;
    readonly placement: string | null;
    readonly amount: number;
    readonly startsAt: string | null;
    readonly endsAt: string | null;
    readonly enabled: boolean;
}

export interface Rule extends RuleInput {
    readonly id: string;
    /** Null when what it is about is gone, or everything. */
    readonly targetName: string | null;
}

export const rulesQuery: TypedDocumentNode<
    { efiRecommendationRules: readonly Rule[] },
    Record<string, never>
> = gql`
    query EfiRecommendationRules {
        efiRecommendationRules {
            id
            action
            target
            targetId
            targetName
            placement
            amount
            startsAt
            endsAt
            enabled
        }
    }
`;

export const createRuleMutation: TypedDocumentNode<
    { createEfiRecommendationRule: { id: string } },
    { input: RuleInput }
> = gql`
    mutation CreateEfiRecommendationRule($input: EfiRecommendationRuleInput!) {
        createEfiRecommendationRule(input: $input) {
            id
        }
    }
`;

export const updateRuleMutation: TypedDocumentNode<
    { updateEfiRecommendationRule: { id: string } },
    { id: string; input: RuleInput }
> = gql`
    mutation UpdateEfiRecommendationRule($id: ID!, $input: EfiRecommendationRuleInput!) {
        updateEfiRecommendationRule(id: $id, input: $input) {
            id
        }
    }
`;

export const deleteRuleMutation: TypedDocumentNode<{ deleteEfiRecommendationRule: boolean }, { id: string }> =
    gql`
        mutation DeleteEfiRecommendationRule($id: ID!) {
            deleteEfiRecommendationRule(id: $id)
        }
    `;

/** What a rule says, without what the server adds. */
export function inputOf({
    action,
    target,
    targetId,
    placement,
    amount,
    startsAt,
    endsAt,
    enabled,
}: Rule): RuleInput {
    return { action, target, targetId, placement, amount, startsAt, endsAt, enabled };
}
