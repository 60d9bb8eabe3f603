import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

type ReviewResult =
    | { readonly __typename: 'EfiFraudReviewDecided'; readonly problem: string | null }
    | { readonly __typename: 'EfiFraudReviewRefusedError'; readonly message: string };

type ReviewMutation = TypedDocumentNode<{ result: ReviewResult }, { id: string; text: string }>;

const RESULT = `
    __typename
    ... on EfiFraudReviewDecided { problem }
    ... on ErrorResult { message }
`;

export const acceptMutation: ReviewMutation = gql`
    mutation AcceptEfiFraudReview($id: ID!, $text: String!) {
        result: acceptEfiFraudReview(id: $id, text: $text) { ${RESULT} }
    }
`;

export const rejectMutation: ReviewMutation = gql`
    mutation RejectEfiFraudReview($id: ID!, $text: String!) {
        result: rejectEfiFraudReview(id: $id, text: $text) { ${RESULT} }
    }
`;

export const askMutation: ReviewMutation = gql`
    mutation AskEfiFraudCustomer($id: ID!, $text: String!) {
        result: askEfiFraudCustomer(id: $id, question: $text) { ${RESULT} }
    }
`;

export const noteMutation: ReviewMutation = gql`
    mutation NoteEfiFraudDecision($id: ID!, $text: String!) {
        result: noteEfiFraudDecision(id: $id, text: $text) { ${RESULT} }
    }
`;

export const decideAppealMutation: TypedDocumentNode<
    { decideEfiFraudAppeal: { id: string } | null },
    { id: string; isGranted: boolean; answer: string }
> = gql`
    mutation DecideEfiFraudAppeal($id: ID!, $isGranted: Boolean!, $answer: String!) {
        decideEfiFraudAppeal(id: $id, isGranted: $isGranted, answer: $answer) {
            id
        }
    }
`;

export interface OrderPayment {
    readonly id: string;
    readonly state: string;
    readonly amount: number;
    readonly refunds: readonly { readonly state: string; readonly total: number }[];
}

/** Refused to those who may not see orders. */
export const orderPaymentsQuery: TypedDocumentNode<
    { order: { payments: readonly OrderPayment[] | null } | null },
    { id: string }
> = gql`
    query EfiFraudOrderPayments($id: ID!) {
        order(id: $id) {
            payments {
                id
                state
                amount
                refunds {
                    state
                    total
                }
            }
        }
    }
`;
