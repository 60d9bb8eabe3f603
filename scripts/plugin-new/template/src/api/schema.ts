import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

const notice = gql`
    "A message to shoppers"
    type EfiMyFeatureNotice implements Node {
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
        efiMyFeatureNotices: [EfiMyFeatureNotice!]!
    }
`;

export const adminSchema: DocumentNode = gql`
    ${notice}

    type EfiMyFeatureNoticeList implements PaginatedList {
        items: [EfiMyFeatureNotice!]!
        totalItems: Int!
    }

    # Vendure fills this in from the fields of EfiMyFeatureNotice.
    input EfiMyFeatureNoticeListOptions

    input PublishEfiMyFeatureNoticeInput {
        text: String!
        "Now, when it is left out"
        startsAt: DateTime
        endsAt: DateTime
    }

    "The text is empty or too long, or the end is not after the start"
    type EfiMyFeatureNoticeInvalidError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
    }

    union PublishEfiMyFeatureNoticeResult = EfiMyFeatureNotice | EfiMyFeatureNoticeInvalidError

    extend type Query {
        "All notices of the active channel"
        efiMyFeatureNotices(options: EfiMyFeatureNoticeListOptions): EfiMyFeatureNoticeList!
    }

    extend type Mutation {
        publishEfiMyFeatureNotice(input: PublishEfiMyFeatureNoticeInput!): PublishEfiMyFeatureNoticeResult!
    }
`;
