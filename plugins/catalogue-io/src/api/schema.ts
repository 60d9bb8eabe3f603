import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

export const adminSchema: DocumentNode = gql`
    enum EfiCatalogueFormat {
        "As Vendure's own product import: comma-separated, UTF-8"
        CSV
        "A product in each line, with its variants"
        JSON_LINES
    }

    enum EfiCatalogueImportState {
        WAITING
        RUNNING
        COMPLETED
        "The file could not be read to its end. What batches before that imported stays."
        FAILED
        "What was imported before stays."
        CANCELLED
    }

    "An import of one file."
    type EfiCatalogueImport implements Node {
        id: ID!
        createdAt: DateTime!
        startedAt: DateTime
        endedAt: DateTime
        state: EfiCatalogueImportState!
        fileName: String!
        format: EfiCatalogueFormat!
        "Whether it only says what it would do."
        dryRun: Boolean!
        "From 0 to 100."
        progress: Int!
        "Products."
        created: Int!
        "Products."
        updated: Int!
        "Products that were already what the file says."
        unchanged: Int!
        "Products that were not taken."
        refused: Int!
        "Why it failed."
        error: String
        "What is wrong in the file, by line. Of more than 10,000 problems the first ones are kept."
        problems(skip: Int = 0, take: Int = 50): EfiCatalogueProblemList!
    }

    "A row of a file that was not taken, or, as a warning, not wholly."
    type EfiCatalogueProblem {
        id: ID!
        line: Int!
        reason: String!
        isWarning: Boolean!
    }

    type EfiCatalogueProblemList {
        items: [EfiCatalogueProblem!]!
        totalItems: Int!
    }

    type EfiCatalogueImportList {
        items: [EfiCatalogueImport!]!
        totalItems: Int!
    }

    input StartEfiCatalogueImportInput {
        "At most as large as an asset may be."
        file: Upload!
        format: EfiCatalogueFormat!
        "Whether it is only to say what it would do."
        dryRun: Boolean = false
    }

    extend type Query {
        "Imports into the active channel, the newest first. At most 100."
        efiCatalogueImports(skip: Int = 0, take: Int = 20): EfiCatalogueImportList!
        efiCatalogueImport(id: ID!): EfiCatalogueImport
    }

    extend type Mutation {
        "Stores the file and has the worker import it into the active channel."
        startEfiCatalogueImport(input: StartEfiCatalogueImportInput!): EfiCatalogueImport!
        "Ends an import after the batch that it is at. What was imported stays."
        cancelEfiCatalogueImport(id: ID!): EfiCatalogueImport!
    }
`;
