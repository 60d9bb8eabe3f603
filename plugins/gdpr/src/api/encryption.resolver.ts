import { Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@vendure/core';
import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';
import { type EncryptionState, Sealing } from '../encryption/sealing';
import { managePrivacy, readPrivacy } from './permissions';

export const encryptionAdminSchema: DocumentNode = gql`
    enum EfiPrivacyEncryptionWork {
        "Encrypting what is not encrypted under the newest keys"
        SEAL
        "Decrypting everything"
        OPEN
    }

    "How it stands with the encryption of personal columns"
    type EfiPrivacyEncryption {
        "What wraps the keys, such as Vault transit"
        masterKeys: String!
        "Where the wrapped keys are"
        keyFile: String!
        "Of the keys that seal from now on; 1 is the first"
        generation: Int!
        "By how many keys of the blind index rows are found: more than one until a rotation has ended"
        indexKeys: Int!
        "When keys were last exchanged for new ones; null when they never were"
        rotatedAt: DateTime
        "Whether all that is to be encrypted is"
        isWhole: Boolean!
        "What is being done with all rows; null when nothing is"
        work: EfiPrivacyEncryptionWork
        "In which table it is"
        table: String
        "From 0 to 1, while something is done"
        progress: Float
        "Changed by the work that is going on, or by the last one"
        rows: Int!
        updatedAt: DateTime!
    }

    extend type Query {
        "Null when it is switched off"
        efiPrivacyEncryption: EfiPrivacyEncryption
    }
`;

@Resolver()
export class EncryptionAdminResolver {
    constructor(private readonly sealing: Sealing) {}

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    efiPrivacyEncryption(): Promise<EncryptionState | undefined> {
        return this.sealing.state();
    }
}
