import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

const notice = gql`
    "A message to shoppers"
    type EfiFraudNotice implements Node {
        id: ID!
        createdAt: DateTime!
        updatedAt: DateTime!
        text: String!
        startsAt: DateTime!
        "Null means until further notice"
        endsAt: DateTime
    }
`;

export const shopSchema: DocumentNode = gql`
    ${notice}

    extend type Query {
        "Those that are shown now in the active channel, the one that started last first"
        efiFraudNotices: [EfiFraudNotice!]!
    }
`;

export const adminSchema: DocumentNode = gql`
    ${notice}

    type EfiFraudNoticeList implements PaginatedList {
        items: [EfiFraudNotice!]!
        totalItems: Int!
    }

    # Vendure fills this in from the fields of EfiFraudNotice.
    input EfiFraudNoticeListOptions

    input PublishEfiFraudNoticeInput {
        text: String!
        "Now, when it is left out"
        startsAt: DateTime
        endsAt: DateTime
    }

    "The text is empty or too long, or the end is not after the start"
    type EfiFraudNoticeInvalidError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
    }

    union PublishEfiFraudNoticeResult = EfiFraudNotice | EfiFraudNoticeInvalidError

    extend type Query {
        "All notices of the active channel"
        efiFraudNotices(options: EfiFraudNoticeListOptions): EfiFraudNoticeList!
    }

    extend type Mutation {
        publishEfiFraudNotice(input: PublishEfiFraudNoticeInput!): PublishEfiFraudNoticeResult!
    }
`;
