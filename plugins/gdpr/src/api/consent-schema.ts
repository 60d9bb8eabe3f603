import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

const shared = gql`
    "What a person may agree to; what is necessary needs no agreement"
    enum EfiPrivacyPurpose {
        NECESSARY
        PREFERENCES
        ANALYTICS
        MARKETING
        PERSONALISATION
        PROFILING
    }

    enum EfiConsentMethod {
        BANNER
        ACCOUNT
        "Agreed to as a guest, and taken over at the sign-in"
        SIGN_IN
        "Refused by Global Privacy Control"
        GPC
        STAFF
        "Refused by a request of the kinds OBJECTION and OPT_OUT"
        OBJECTION
        ACCOUNT_CLOSED
    }

    "What a person is asked about a purpose"
    type EfiConsentText {
        version: Int!
        purpose: EfiPrivacyPurpose!
        languageCode: String!
        title: String!
        text: String!
        publishedAt: DateTime!
    }
`;

export const consentShopSchema: DocumentNode = gql`
    ${shared}

    type EfiConsentTexts {
        "Who decided about an older one is to be asked again"
        version: Int!
        "One for each purpose that is asked for, in the language of the request or in English"
        texts: [EfiConsentText!]!
    }

    "A decision about one purpose"
    type EfiConsentRecord {
        purpose: EfiPrivacyPurpose!
        agreed: Boolean!
        at: DateTime!
        "When another decision took its place; null for what holds now"
        endedAt: DateTime
        method: EfiConsentMethod!
        textVersion: Int!
        "A JWS (EdDSA) of the decision, by the keys of /api/v1/users/certificate-keys"
        receipt: String
    }

    enum EfiConsentPlace {
        BANNER
        ACCOUNT
    }

    input DecideEfiConsentInput {
        "All that is agreed to; the rest is refused"
        purposes: [EfiPrivacyPurpose!]!
        "Of the texts that were shown"
        textVersion: Int!
        place: EfiConsentPlace!
    }

    "What holds from now on"
    type EfiConsentDecision {
        "Global Privacy Control (Sec-GPC: 1) leaves none"
        purposes: [EfiPrivacyPurpose!]!
        method: EfiConsentMethod!
        textVersion: Int!
        "Proves it: a JWS (EdDSA) that names nobody"
        receipt: String!
    }

    extend type Query {
        efiConsentTexts: EfiConsentTexts!
        "Of whoever is signed in, the newest first; 500 at the most"
        efiConsentHistory: [EfiConsentRecord!]!
    }

    extend type Mutation {
        """
        What the shopper agrees to from now on. What they no longer agree to ends at once, and what was kept because of
        it is deleted. Who is signed in has it on record, for all their devices.
        """
        decideEfiConsent(input: DecideEfiConsentInput!): EfiConsentDecision!
    }
`;

export const consentAdminSchema: DocumentNode = gql`
    ${shared}

    "A decision about one purpose"
    type EfiConsentRecord {
        purpose: EfiPrivacyPurpose!
        agreed: Boolean!
        at: DateTime!
        "When another decision took its place; null for what holds now"
        endedAt: DateTime
        method: EfiConsentMethod!
        textVersion: Int!
        "A JWS (EdDSA) of the decision"
        receipt: String
        "The user id of the member of staff who wrote it down"
        recordedBy: String
        "Null when they are gone"
        recordedByName: String
        because: String
    }

    "How many customers hold which decision about a version of the texts"
    type EfiConsentCount {
        purpose: EfiPrivacyPurpose!
        agreed: Int!
        refused: Int!
    }

    type EfiConsentVersion {
        version: Int!
        publishedAt: DateTime!
        "Null for what the plugin came with, and when they are gone"
        publishedByName: String
        "Those that are asked for, with the decisions that hold now"
        purposes: [EfiConsentCount!]!
    }

    input EfiConsentTextInput {
        purpose: EfiPrivacyPurpose!
        "Each purpose needs en"
        languageCode: String!
        "100 characters at the most"
        title: String!
        "2000 characters at the most"
        text: String!
    }

    input RecordEfiConsentInput {
        customerId: ID!
        "All that the customer agrees to; the rest is refused"
        purposes: [EfiPrivacyPurpose!]!
        "Such as the letter it was written in"
        because: String!
    }

    extend type Query {
        "All languages of the newest version, or of another one"
        efiConsentTexts(version: Int): [EfiConsentText!]!
        "The newest first"
        efiConsentVersions: [EfiConsentVersion!]!
        "All that a customer decided, the newest first; 500 at the most"
        efiConsentHistory(customerId: ID!): [EfiConsentRecord!]!
    }

    extend type Mutation {
        "A new version of all texts: people are asked again, for its purposes alone"
        publishEfiConsentTexts(texts: [EfiConsentTextInput!]!): [EfiConsentText!]!
        "What a customer wrote or said. Returns the history"
        recordEfiConsent(input: RecordEfiConsentInput!): [EfiConsentRecord!]!
    }
`;
