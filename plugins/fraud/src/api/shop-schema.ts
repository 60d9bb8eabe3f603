import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

export const shopSchema: DocumentNode = gql`
    "Where a customer stands who was refused by a machine and can have a person look at it"
    type EfiFraudAppeal {
        orderCode: String!
        "Whether there is a refusal that nobody has appealed yet"
        canAppeal: Boolean!
        appealedAt: DateTime
        decidedAt: DateTime
        "Null until a person has decided. Once granted, the order can be paid again within 7 days"
        isGranted: Boolean
    }

    enum EfiFraudAppealRefusal {
        NOTHING_TO_APPEAL
        APPEALED_ALREADY
        TEXT_MISSING
        TEXT_TOO_LONG
    }

    type EfiFraudAppealRefusedError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
        reason: EfiFraudAppealRefusal!
    }

    union AppealEfiFraudDecisionResult = EfiFraudAppeal | EfiFraudAppealRefusedError

    input AppealEfiFraudDecisionInput {
        "Of the session's own order, or one of the signed-in customer's"
        orderCode: String!
        "What the customer has to say, 1 to 2000 characters. A person reads it"
        text: String!
    }

    extend type Query {
        "Null when the order is not the shopper's own"
        efiFraudAppeal(orderCode: String!): EfiFraudAppeal
    }

    extend type Mutation {
        appealEfiFraudDecision(input: AppealEfiFraudDecisionInput!): AppealEfiFraudDecisionResult!
    }
`;
