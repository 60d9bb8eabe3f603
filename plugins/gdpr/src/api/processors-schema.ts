import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

export const processorsAdminSchema: DocumentNode = gql`
    "Somebody who processes personal data for the shop, and is told by signed webhooks what people ask for"
    type EfiPrivacyProcessor {
        id: ID!
        createdAt: DateTime!
        name: String!
        url: String!
        "What it is told of"
        kinds: [EfiPrivacyRequestKind!]!
        "Whether an erasure is not whole before it has answered"
        isRequired: Boolean!
        isActive: Boolean!
    }

    enum EfiPrivacyNoticeState {
        "It was not reached yet"
        WAITING
        "It knows, and has not answered"
        ACKNOWLEDGED
        "It has done it"
        DONE
        "It could not do it, or not be reached"
        FAILED
    }

    "What one processor is told of one request, and what it answered"
    type EfiPrivacyNotice {
        id: String!
        processorId: ID!
        "Name of the processor"
        processor: String!
        state: EfiPrivacyNoticeState!
        createdAt: DateTime!
        attempts: Int!
        "A status, a code of an error, or what the processor said"
        problem: String
        acknowledgedAt: DateTime
        answeredAt: DateTime
        nextTryAt: DateTime!
    }

    enum EfiPrivacyProcessorRefusal {
        NO_SUCH_PROCESSOR
        NAME_MISSING
        NAME_TAKEN
        "It is not of the web, or not by https"
        ADDRESS_NOT_ALLOWED
        NO_KINDS
    }

    type EfiPrivacyProcessorError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
        reason: EfiPrivacyProcessorRefusal!
    }

    type EfiPrivacyProcessorSecret {
        processor: EfiPrivacyProcessor!
        "Signs what it is told and what it answers. Shown this once"
        secret: String!
    }

    union SaveEfiPrivacyProcessorResult = EfiPrivacyProcessor | EfiPrivacyProcessorError
    union EfiPrivacyProcessorSecretResult = EfiPrivacyProcessorSecret | EfiPrivacyProcessorError

    input EfiPrivacyProcessorInput {
        name: String!
        url: String!
        kinds: [EfiPrivacyRequestKind!]!
        isRequired: Boolean = true
        "One that is not is told of nothing, and waited for by nobody"
        isActive: Boolean = true
    }

    extend type EfiPrivacyRequest {
        "What processors were told of it"
        notices: [EfiPrivacyNotice!]!
    }

    extend type Query {
        efiPrivacyProcessors: [EfiPrivacyProcessor!]!
    }

    extend type Mutation {
        addEfiPrivacyProcessor(input: EfiPrivacyProcessorInput!): EfiPrivacyProcessorSecretResult!
        updateEfiPrivacyProcessor(id: ID!, input: EfiPrivacyProcessorInput!): SaveEfiPrivacyProcessorResult!
        "The one before signs nothing from now on"
        renewEfiPrivacyProcessorSecret(id: ID!): EfiPrivacyProcessorSecretResult!
        "Tells a processor again that failed or does not answer. Null when it is done, or there is no such notice"
        resendEfiPrivacyNotice(id: String!): EfiPrivacyNotice
    }
`;
