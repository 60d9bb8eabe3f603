import { gql } from 'graphql-tag';

export const secondFactorSchema = gql`
    """
    The second factor of the account that asks.
    """
    type EfiSecondFactor {
        "Whether sign-in asks for it."
        isOn: Boolean!
        recoveryCodesLeft: Int!
    }

    """
    What an authenticator app is told, once.
    """
    type EfiSecondFactorSetup {
        "For apps without a camera, in base 32."
        secret: String!
        "As otpauth address, for an app on the same device."
        uri: String!
        "The address as a QR code, in SVG."
        qrCode: String!
    }

    type EfiRecoveryCodes {
        "Each gets its owner in once, in the place of a code from the app. They are not shown again."
        codes: [String!]!
    }

    extend type Query {
        efiSecondFactor: EfiSecondFactor!
    }

    extend type Mutation {
        "Makes a secret for an authenticator app. It counts from when it is confirmed."
        beginEfiSecondFactor(password: String!): EfiSecondFactorSetup!
        "Shows by a code that the app works. Signs the account out everywhere else."
        confirmEfiSecondFactor(code: String!): EfiRecoveryCodes!
        "Shows the second factor again: dangerous acts ask for it when it was not shown a short while ago."
        proveEfiSecondFactor(code: String!): Success!
        "New recovery codes in the place of the old ones."
        renewEfiRecoveryCodes(code: String!): EfiRecoveryCodes!
        "Signs in without a second factor again."
        endEfiSecondFactor(code: String!): Success!
        """
        Takes the second factor from an administrator who has lost it, recovery codes too, and signs them out; no success
        when there was none. For superadmins.
        """
        resetEfiSecondFactor(administratorId: ID!): Success!
    }
`;
