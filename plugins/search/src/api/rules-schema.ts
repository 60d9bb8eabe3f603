import { gql } from 'graphql-tag';

/** What staff say of searches in the active channel. */
export const rulesSchema = gql`
    "Terms that mean the same to who searches"
    type EfiSearchSynonym {
        id: ID!
        createdAt: DateTime!
        updatedAt: DateTime!
        languageCode: LanguageCode!
        terms: [String!]!
        "What the terms find as well, and not the other way round; empty where the terms find each other"
        meanings: [String!]!
    }

    input EfiSearchSynonymInput {
        languageCode: LanguageCode!
        "Up to 20 of up to 4 words and 60 characters; at least two where there is no meaning"
        terms: [String!]!
        "Up to 20"
        meanings: [String!]! = []
    }

    "What stands first in the answer to a term, and what is left out of it"
    type EfiSearchArrangement {
        id: ID!
        createdAt: DateTime!
        updatedAt: DateTime!
        languageCode: LanguageCode!
        term: String!
        "In their order"
        pinnedIds: [ID!]!
        hiddenIds: [ID!]!
        "In their order, without those that are not in the channel any more"
        pinned: [Product!]!
        hidden: [Product!]!
    }

    input EfiSearchArrangementInput {
        languageCode: LanguageCode!
        "From 3 to 100 characters. Accents, capital letters and spaces don't count"
        term: String!
        "Up to 20 products, the first one first"
        pinnedIds: [ID!]! = []
        "Up to 100 products"
        hiddenIds: [ID!]! = []
    }

    enum EfiSearchRuleReason {
        TOO_FEW
        TOO_MANY
        TOO_LONG
        NO_WORD
        REPEATED
        ALREADY_THERE
        NOT_SPOKEN
        UNKNOWN_PRODUCT
    }

    "Names the field that is wrong"
    type EfiSearchRuleInvalidError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
        field: String!
        reason: EfiSearchRuleReason!
        "Which one, where the field has several"
        value: String
    }

    union SaveEfiSearchSynonymResult = EfiSearchSynonym | EfiSearchRuleInvalidError
    union SaveEfiSearchArrangementResult = EfiSearchArrangement | EfiSearchRuleInvalidError

    type EfiSearchSettings {
        "Whether products that are out of stock rank behind the others, where no order is asked for; null for the default"
        inStockFirst: Boolean
        inStockFirstByDefault: Boolean!
    }

    input EfiSearchSettingsInput {
        "Null for the default"
        inStockFirst: Boolean
    }

    input EfiSearchPreviewInput {
        languageCode: LanguageCode!
        term: String!
        "In place of what the term's arrangement is; with both lists or none"
        pinnedIds: [ID!]
        hiddenIds: [ID!]
        "From 1 to 50"
        take: Int! = 20
    }

    "What a guest finds, in the channel's own currency"
    type EfiSearchPreview {
        totalItems: Int!
        items: [SearchResult!]!
        correctedTerm: String
        "Products that stand first because they are pinned, as far as they are found"
        pinnedIds: [ID!]!
        "What synonyms have the search look for beside the words of the term"
        synonyms: [String!]!
    }

    extend type Query {
        "The newest first; up to 1000 in a language"
        efiSearchSynonyms(languageCode: LanguageCode!): [EfiSearchSynonym!]!
        "By term; up to 1000 in a language"
        efiSearchArrangements(languageCode: LanguageCode!): [EfiSearchArrangement!]!
        efiSearchArrangement(id: ID!): EfiSearchArrangement
        efiSearchSettings: EfiSearchSettings!
        efiSearchPreview(input: EfiSearchPreviewInput!): EfiSearchPreview!
    }

    extend type Mutation {
        createEfiSearchSynonym(input: EfiSearchSynonymInput!): SaveEfiSearchSynonymResult!
        updateEfiSearchSynonym(id: ID!, input: EfiSearchSynonymInput!): SaveEfiSearchSynonymResult!
        deleteEfiSearchSynonym(id: ID!): Boolean!
        createEfiSearchArrangement(input: EfiSearchArrangementInput!): SaveEfiSearchArrangementResult!
        updateEfiSearchArrangement(
            id: ID!
            input: EfiSearchArrangementInput!
        ): SaveEfiSearchArrangementResult!
        deleteEfiSearchArrangement(id: ID!): Boolean!
        updateEfiSearchSettings(input: EfiSearchSettingsInput!): EfiSearchSettings!
    }
`;
