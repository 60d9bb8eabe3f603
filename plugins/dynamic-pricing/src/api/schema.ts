import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

const notice = gql`
    "A message to shoppers"
    type EfiDynamicPricingNotice implements Node {
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
        efiDynamicPricingNotices: [EfiDynamicPricingNotice!]!
    }
`;

export const adminSchema: DocumentNode = gql`
    ${notice}

    type EfiDynamicPricingNoticeList implements PaginatedList {
        items: [EfiDynamicPricingNotice!]!
        totalItems: Int!
    }

    # Vendure fills this in from the fields of EfiDynamicPricingNotice.
    input EfiDynamicPricingNoticeListOptions

    input PublishEfiDynamicPricingNoticeInput {
        text: String!
        "Now, when it is left out"
        startsAt: DateTime
        endsAt: DateTime
    }

    "The text is empty or too long, or the end is not after the start"
    type EfiDynamicPricingNoticeInvalidError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
    }

    union PublishEfiDynamicPricingNoticeResult = EfiDynamicPricingNotice | EfiDynamicPricingNoticeInvalidError

    extend type Query {
        "All notices of the active channel"
        efiDynamicPricingNotices(options: EfiDynamicPricingNoticeListOptions): EfiDynamicPricingNoticeList!
    }

    extend type Mutation {
        publishEfiDynamicPricingNotice(
            input: PublishEfiDynamicPricingNoticeInput!
        ): PublishEfiDynamicPricingNoticeResult!
    }
`;
