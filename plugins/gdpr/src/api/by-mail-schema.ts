import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

export const byMailSchema: DocumentNode = gql`
    input AskEfiPrivacyByMailInput {
        "With which something was ordered, say"
        emailAddress: String!
        kind: EfiPrivacyRequestKind!
        "What is to be put right, say; 2000 characters at the most"
        note: String
    }

    "What a link of a mail leads to"
    type EfiPrivacyMailLink {
        kind: EfiPrivacyRequestKind!
        "Null as long as it is to be confirmed"
        request: EfiPrivacyMailedRequest
    }

    "A request of somebody without an account"
    type EfiPrivacyMailedRequest {
        "Shows state and certificate at /api/v1/users/requests/{id}"
        id: String!
        kind: EfiPrivacyRequestKind!
        state: EfiPrivacyRequestState!
        createdAt: DateTime!
        "When work on it begins: an erasure can be taken back until then"
        startsAt: DateTime!
        "By when it has to be answered"
        dueAt: DateTime!
        extendedBecause: String
        refusedBecause: String
        canCancel: Boolean!
        "Of an export, once it is made and until its time is over; without a sign-in"
        download: EfiPrivacyDownload
    }

    "A request that was confirmed"
    type EfiPrivacyConfirmed {
        "Of the link that shows what becomes of it, which goes by mail too"
        token: String!
        request: EfiPrivacyMailedRequest!
    }

    union ConfirmEfiPrivacyByMailResult = EfiPrivacyConfirmed | EfiPrivacyRequestRefusedError
    union CancelEfiPrivacyByMailResult = EfiPrivacyMailedRequest | EfiPrivacyRequestRefusedError

    extend type Query {
        "Null when the link is none, was used, or its time is over"
        efiPrivacyMailLink(token: String!): EfiPrivacyMailLink
    }

    extend type Mutation {
        """
        For whoever has no account. If anything is kept under the address, a mail goes there with a link that confirms
        the request. The answer is the same, whether or not.
        """
        askEfiPrivacyByMail(input: AskEfiPrivacyByMailInput!): Success!
        "Begins what the link of the mail is about. It works once"
        confirmEfiPrivacyByMail(token: String!): ConfirmEfiPrivacyByMailResult!
        "Takes a request back until work on it begins, with the token of the link that shows it"
        cancelEfiPrivacyByMail(token: String!): CancelEfiPrivacyByMailResult!
    }
`;
