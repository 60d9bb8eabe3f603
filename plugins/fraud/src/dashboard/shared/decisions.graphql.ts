import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';
import type { DecisionDetail, DecisionSummary } from './decision.types';

const SUMMARY = `
    id createdAt orderId orderCode amount currency score basis verdict applied outcome label
    reviewState reviewDueAt needsSecondPerson acceptedOnceBy appealedAt appealDecidedAt
`;

export type Filter = 'OPEN' | 'APPEALS' | 'DECIDED' | 'SHADOW' | 'ALL';

interface Decisions {
    readonly efiFraudDecisions: { readonly items: readonly DecisionSummary[]; readonly totalItems: number };
}

export const decisionsQuery: TypedDocumentNode<Decisions, { filter: Filter; take: number }> = gql`
    query EfiFraudDecisions($filter: EfiFraudDecisionFilter!, $take: Int!) {
        efiFraudDecisions(filter: $filter, take: $take) {
            items { ${SUMMARY} }
            totalItems
        }
    }
`;

export const decisionsOfOrderQuery: TypedDocumentNode<Decisions, { orderId: string }> = gql`
    query EfiFraudDecisionsOfOrder($orderId: ID!) {
        efiFraudDecisions(filter: ALL, orderId: $orderId, take: 20) {
            items { ${SUMMARY} }
            totalItems
        }
    }
`;

export const waitingQuery: TypedDocumentNode<
    { open: { totalItems: number }; appeals: { totalItems: number } },
    Record<string, never>
> = gql`
    query EfiFraudWaiting {
        open: efiFraudDecisions(filter: OPEN, take: 1) {
            totalItems
        }
        appeals: efiFraudDecisions(filter: APPEALS, take: 1) {
            totalItems
        }
    }
`;

export const decisionQuery: TypedDocumentNode<
    { efiFraudDecision: DecisionDetail | null },
    { id: string; language: string }
> = gql`
    query EfiFraudDecision($id: ID!, $language: LanguageCode!) {
        efiFraudDecision(id: $id) {
            ${SUMMARY}
            factors { code weight text(languageCode: $language) }
            features { name label(languageCode: $language) unit value }
            policy {
                stepUpFrom reviewFrom blockFrom shadow unscoredAllowUpTo unscoredAbove fourEyesAbove reviewHours
            }
            billingCountry
            shippingCountry
            networkCountry
            cardCountry
            labelledBy
            isCapturedAtOnce
            decidedBy
            decidedAt
            notes { id createdAt kind text author }
            links { by decision { ${SUMMARY} } }
            replay { score verdict isSame }
        }
    }
`;
