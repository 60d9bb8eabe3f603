import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

export const adminSchema: DocumentNode = gql`
    enum EfiContentKind {
        HOME
        LANDING
        LEGAL
        MENU
    }

    enum EfiContentVersionState {
        SHOWN
        "Begins later"
        PLANNED
        "Another one stands before it"
        COVERED
        "Has ended"
        OVER
        "Was taken back, or gave way to a newer one"
        WITHDRAWN
    }

    type EfiContentVersion {
        id: ID!
        publishedAt: DateTime!
        "Null: from when it was published"
        startsAt: DateTime
        "Not included. Null: until another one takes its place"
        endsAt: DateTime
        withdrawnAt: DateTime
        state: EfiContentVersionState!
        "As it was when it was published; the README describes it"
        body: JSON!
    }

    "A page or menu of the active channel"
    type EfiContentEntry {
        id: ID!
        createdAt: DateTime!
        updatedAt: DateTime!
        kind: EfiContentKind!
        code: String!
        "In the channel's default language"
        title: String!
        "Raised by each change of the draft; the mutations want the one that the editor began with"
        revision: Int!
        "Texts and blocks, as the README describes them"
        draft: JSON!
        "Whether the draft is another than what was published last"
        isChanged: Boolean!
        isShown: Boolean!
        "The last 50, the newest first"
        versions: [EfiContentVersion!]!
    }

    type EfiContentEntryList {
        items: [EfiContentEntry!]!
        totalItems: Int!
    }

    enum EfiContentProblemCode {
        INVALID
        TOO_LONG
        TOO_MANY
        REQUIRED
        UNSAFE_LINK
        NOT_FOUND
        TAKEN
        IN_THE_PAST
    }

    type EfiContentProblem {
        "Such as blocks.0.texts.de.heading"
        field: String!
        code: EfiContentProblemCode!
        message: String!
    }

    type EfiContentInvalidError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
        problems: [EfiContentProblem!]!
    }

    "Somebody else has changed it since"
    type EfiContentChangedError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
        "As it is now"
        current: EfiContentEntry!
    }

    union SaveEfiContentResult = EfiContentEntry | EfiContentInvalidError | EfiContentChangedError

    input CreateEfiContentInput {
        kind: EfiContentKind!
        "Its name for editors; of a legal page and a menu also where it belongs. A home page needs none"
        code: String
        draft: JSON!
    }

    input SaveEfiContentDraftInput {
        id: ID!
        revision: Int!
        draft: JSON!
    }

    input PublishEfiContentInput {
        id: ID!
        revision: Int!
        "Default: at once"
        startsAt: DateTime
        "Default: until it is taken back or another one takes its place"
        endsAt: DateTime
    }

    type EfiContentPreviewLink {
        url: String!
        token: String!
        expiresAt: DateTime!
    }

    extend type Query {
        "At most 100 at a time"
        efiContentEntries(kind: EfiContentKind, skip: Int! = 0, take: Int! = 50): EfiContentEntryList!
        efiContentEntry(id: ID!): EfiContentEntry
    }

    extend type Mutation {
        createEfiContent(input: CreateEfiContentInput!): SaveEfiContentResult!
        saveEfiContentDraft(input: SaveEfiContentDraftInput!): SaveEfiContentResult!
        "Has shoppers see the draft as it is now"
        publishEfiContent(input: PublishEfiContentInput!): SaveEfiContentResult!
        "Takes everything back that is shown or planned; the draft stays"
        unpublishEfiContent(id: ID!): EfiContentEntry!
        "Takes one version back"
        withdrawEfiContentVersion(id: ID!, versionId: ID!): EfiContentEntry!
        deleteEfiContent(id: ID!): Boolean!
        "A link to the draft, for whoever has it, as it is when they look"
        createEfiContentPreview(id: ID!, languageCode: LanguageCode!): EfiContentPreviewLink!
    }
`;
