import { graphql, type ResultOf } from '@/graphql/graphql';

export const AppealQuery = graphql(`
    query Appeal($orderCode: String!) {
        efiFraudAppeal(orderCode: $orderCode) {
            canAppeal
            appealedAt
            decidedAt
            isGranted
        }
    }
`);

export const SendAppeal = graphql(`
    mutation SendAppeal($input: AppealEfiFraudDecisionInput!) {
        appealEfiFraudDecision(input: $input) {
            __typename
            ... on EfiFraudAppealRefusedError {
                reason
            }
        }
    }
`);

export type Appeal = NonNullable<ResultOf<typeof AppealQuery>['efiFraudAppeal']>;
