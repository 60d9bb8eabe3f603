import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

const shared = gql`
    "What people may ask for: Articles 15 to 21 GDPR, and the opt-out of sale of the CCPA"
    enum EfiPrivacyRequestKind {
        ACCESS
        PORTABILITY
        RECTIFICATION
        ERASURE
        RESTRICTION
        OBJECTION
        OPT_OUT
    }

    enum EfiPrivacyRequestState {
        "Nobody has shown yet who asks"
        RECEIVED
        "It will be done, once startsAt has come or a person gets to it"
        VERIFIED
        IN_PROGRESS
        "Some of it is not done, and will be tried again"
        PARTIAL
        COMPLETED
        REFUSED
        CANCELLED
    }
`;

export const shopSchema: DocumentNode = gql`
    ${shared}

    "A file with everything, for its owner alone: sign in to fetch it"
    type EfiPrivacyDownload {
        "At this server, with the secret that decrypts the file"
        path: String!
        expiresAt: DateTime!
        "Of the zip"
        bytes: Int!
    }

    type EfiPrivacyRequest {
        "Shows state and certificate at /api/v1/users/requests/{id}, also when the account is gone"
        id: String!
        kind: EfiPrivacyRequestKind!
        state: EfiPrivacyRequestState!
        createdAt: DateTime!
        "When work on it begins: an erasure can be taken back until then"
        startsAt: DateTime!
        "By when it has to be answered"
        dueAt: DateTime!
        "Why dueAt was moved by two months"
        extendedBecause: String
        refusedBecause: String
        endedAt: DateTime
        canCancel: Boolean!
        "Of an export, once it is made and until its time is over"
        download: EfiPrivacyDownload
    }

    enum EfiPrivacyRequestRefusal {
        NOT_A_CUSTOMER
        WRONG_PASSWORD
        "Signed in elsewhere too long ago: sign in again"
        SIGN_IN_AGAIN
        "There is one of the kind that is not over"
        OPEN_ALREADY
        NOTE_TOO_LONG
        "It was begun or is over"
        TOO_LATE
        "It was used, its time is over, or it is none"
        LINK_INVALID
    }

    type EfiPrivacyRequestRefusedError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
        reason: EfiPrivacyRequestRefusal!
    }

    union EfiPrivacyRequestResult = EfiPrivacyRequest | EfiPrivacyRequestRefusedError

    input RequestEfiPrivacyInput {
        kind: EfiPrivacyRequestKind!
        "Of the account; not needed within ten minutes of a sign-in at another provider"
        password: String
        "What is to be put right, say; 2000 characters at the most"
        note: String
    }

    extend type Query {
        "Of whoever is signed in, the newest first"
        efiPrivacyRequests: [EfiPrivacyRequest!]!
    }

    extend type Mutation {
        requestEfiPrivacy(input: RequestEfiPrivacyInput!): EfiPrivacyRequestResult!
        cancelEfiPrivacyRequest(id: String!): EfiPrivacyRequestResult!
    }
`;

export const adminSchema: DocumentNode = gql`
    ${shared}

    enum EfiPrivacyPartState {
        WAITING
        DONE
        FAILED
        "Erased but for what a legal hold keeps, sealed"
        HELD
    }

    "An entry of the registry of personal data, worked on by itself"
    type EfiPrivacyRequestPart {
        part: String!
        state: EfiPrivacyPartState!
        "That were given out or erased"
        rows: Int!
        attempts: Int!
        "A code or the name of an error"
        problem: String
        doneAt: DateTime
    }

    "Whom a request is about"
    type EfiPrivacyPerson {
        name: String!
        emailAddress: String!
    }

    "A file for its owner; staff can't fetch it"
    type EfiPrivacyExport {
        expiresAt: DateTime!
        "Of the zip"
        bytes: Int!
    }

    "What staff can do about a request: each is a mutation of this name"
    enum EfiPrivacyRequestAct {
        VERIFY
        COMPLETE
        EXTEND
        RETRY
        REFUSE
        CANCEL
    }

    type EfiPrivacyRequest {
        id: String!
        kind: EfiPrivacyRequestKind!
        state: EfiPrivacyRequestState!
        customerId: ID!
        "Null once the customer is erased or deleted"
        person: EfiPrivacyPerson
        note: String
        createdAt: DateTime!
        verifiedAt: DateTime
        "password, recent-sign-in, mail, staff or retention"
        verifiedBy: String
        startsAt: DateTime!
        dueAt: DateTime!
        extendedBecause: String
        refusedBecause: String
        endedAt: DateTime
        attempts: Int!
        nextTryAt: DateTime
        "A JWS (EdDSA) that says what was erased"
        certificate: String
        parts: [EfiPrivacyRequestPart!]!
        "Of an access request, once the file is made and until its time is over"
        export: EfiPrivacyExport
        "As it stands now"
        acts: [EfiPrivacyRequestAct!]!
    }

    type EfiPrivacyRequestList {
        items: [EfiPrivacyRequest!]!
        totalItems: Int!
    }

    enum EfiPrivacyDeskRefusal {
        NO_SUCH_CUSTOMER
        OPEN_ALREADY
        NOT_IN_THIS_STATE
        REASON_MISSING
        NO_SUCH_PART
        UNTIL_IS_PAST
    }

    type EfiPrivacyDeskError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
        reason: EfiPrivacyDeskRefusal!
    }

    union EfiPrivacyRequestResult = EfiPrivacyRequest | EfiPrivacyDeskError

    "Keeps parts of a customer's data from being erased"
    type EfiPrivacyLegalHold {
        id: ID!
        createdAt: DateTime!
        customerId: ID!
        parts: [String!]!
        "Empty once the person is erased: it is sealed with what is held then"
        because: String!
        until: DateTime!
        "Whether something is sealed for it; see openEfiHeldData"
        isSealed: Boolean!
        "The user id of a member of staff"
        createdBy: String!
        "Null when they are gone"
        createdByName: String
    }

    union HoldEfiPrivacyDataResult = EfiPrivacyLegalHold | EfiPrivacyDeskError

    input EfiPrivacyRequestsOptions {
        "Default: those that are not over"
        states: [EfiPrivacyRequestState!]
        "Default: all"
        kinds: [EfiPrivacyRequestKind!]
        "Default: of all"
        customerId: ID
        dueBefore: DateTime
        "100 at the most"
        take: Int = 50
        skip: Int = 0
    }

    "Names the customer by one of the two"
    input OpenEfiPrivacyRequestInput {
        emailAddress: String
        customerId: ID
        kind: EfiPrivacyRequestKind!
    }

    input HoldEfiPrivacyDataInput {
        customerId: ID!
        "Parts of the registry, such as order"
        parts: [String!]!
        because: String!
        until: DateTime!
    }

    enum EfiProcessingErasure {
        DELETION
        OVERWRITING
        NOTHING
    }

    type EfiProcessingColumn {
        name: String!
        says: String!
    }

    "What the shop keeps of people in one place, as Article 30 GDPR asks for"
    type EfiProcessingEntry {
        "By which requests and holds name it"
        part: String!
        table: String!
        isOfStaff: Boolean!
        holds: String!
        purpose: String!
        basis: String!
        retention: String!
        columns: [EfiProcessingColumn!]!
        "Whether the rows of a person can be found, given out and held back"
        isFound: Boolean!
        "Columns that an export leaves out"
        withheld: [String!]!
        erasure: EfiProcessingErasure!
        "Columns that are overwritten"
        overwritten: [String!]!
        "Why rows stay"
        keptBecause: String
    }

    enum EfiProcessingRole {
        "For the shop"
        PROCESSOR
        "On its own account"
        CONTROLLER
    }

    "Who gets personal data from the shop, as Article 30 GDPR asks for"
    type EfiProcessingRecipient {
        name: String!
        "What for"
        does: String!
        "Which data"
        gets: String!
        role: EfiProcessingRole!
        "Null when it is for the shop to say"
        place: String
        "On which ground data leaves the European Economic Area; null when it is for the shop to say"
        transfer: String
    }

    extend type Query {
        "The most urgent first; of those that are over, the newest"
        efiPrivacyRequests(options: EfiPrivacyRequestsOptions): EfiPrivacyRequestList!
        efiPrivacyRequest(id: String!): EfiPrivacyRequest
        "Those that ended too, the newest first; 100 at the most"
        efiPrivacyHolds(customerId: ID!): [EfiPrivacyLegalHold!]!
        "The record of processing, entry by entry"
        efiProcessingEntries: [EfiProcessingEntry!]!
        "As the settings tell, and those that are told of requests"
        efiProcessingRecipients: [EfiProcessingRecipient!]!
        "The record of processing (Article 30 GDPR), as Markdown"
        efiRecordOfProcessing: String!
    }

    extend type Mutation {
        "For somebody who wrote or called. It waits until verifyEfiPrivacyRequest"
        openEfiPrivacyRequest(input: OpenEfiPrivacyRequestInput!): EfiPrivacyRequestResult!
        verifyEfiPrivacyRequest(id: String!): EfiPrivacyRequestResult!
        "Gives two more months, once"
        extendEfiPrivacyRequest(id: String!, because: String!): EfiPrivacyRequestResult!
        refuseEfiPrivacyRequest(id: String!, because: String!): EfiPrivacyRequestResult!
        "For the kinds that people do: RECTIFICATION, OBJECTION, OPT_OUT, and RESTRICTION, which ends with it"
        completeEfiPrivacyRequest(id: String!): EfiPrivacyRequestResult!
        "The customer takes it back: as long as nobody has begun with it"
        cancelEfiPrivacyRequest(id: String!): EfiPrivacyRequestResult!
        "Tries what is partial again at once"
        retryEfiPrivacyRequest(id: String!): EfiPrivacyRequestResult!
        holdEfiPrivacyData(input: HoldEfiPrivacyDataInput!): HoldEfiPrivacyDataResult!
        releaseEfiPrivacyHold(id: ID!): Success!
    }
`;
