import { gql } from 'graphql-tag';

export const machineKeysSchema = gql`
    "A key with which a program signs in at the Admin API and REST. The key itself is not kept."
    type EfiMachineKey {
        id: String!
        createdAt: DateTime!
        name: String!
        "What it may do in its channel, as long as whoever made it may."
        scopes: [String!]!
        "Who made it."
        createdBy: String!
        expiresAt: DateTime
        "To the minute."
        lastUsedAt: DateTime
        revokedAt: DateTime
    }

    type EfiNewMachineKey {
        "Shown this once."
        key: String!
        machineKey: EfiMachineKey!
    }

    enum EfiMachineKeyFault {
        NAME_MISSING
        NO_SCOPES
        "It would make the key more than its list, such as SuperAdmin."
        SCOPE_NOT_ALLOWED
        "Nobody gives away what they don't have."
        SCOPE_NOT_HELD
        ALREADY_EXPIRED
    }

    type EfiMachineKeyRefusedError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
        fault: EfiMachineKeyFault!
    }

    union CreateEfiMachineKeyResult = EfiNewMachineKey | EfiMachineKeyRefusedError

    input CreateEfiMachineKeyInput {
        name: String!
        "Names of permissions."
        scopes: [String!]!
        "Without it the key works until it is withdrawn."
        expiresAt: DateTime
    }

    extend type Query {
        "The keys of the channel, newest first."
        efiMachineKeys: [EfiMachineKey!]!
    }

    extend type Mutation {
        createEfiMachineKey(input: CreateEfiMachineKeyInput!): CreateEfiMachineKeyResult!
        "Withdraws a key at once and for good. Null where the channel has no such key."
        revokeEfiMachineKey(id: String!): EfiMachineKey
    }
`;
