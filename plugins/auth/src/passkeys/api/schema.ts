import { gql } from 'graphql-tag';

/** The same at both APIs. */
export const passkeysSchema = gql`
    """
    A passkey of the account that asks: it signs in without a name and a password.
    """
    type EfiPasskey {
        id: ID!
        name: String!
        "Whether a cloud keeps it, so that it is not lost with a device."
        isBackedUp: Boolean!
        createdAt: DateTime!
        lastUsedAt: DateTime
    }

    """
    What a browser made of a new passkey, by the names and in the base64url of WebAuthn's JSON.
    """
    input CreateEfiPasskeyInput {
        id: String!
        clientDataJSON: String!
        attestationObject: String!
        transports: [String!]
        "Without one it is called after the device."
        name: String
    }

    extend type Query {
        "Whether this API has passkeys at all."
        efiPasskeysAreOn: Boolean!
        "Those of the account, oldest first."
        efiPasskeys: [EfiPasskey!]!
    }

    extend type Mutation {
        """
        Begins to make a passkey. The answer is the text of PublicKeyCredentialCreationOptionsJSON of WebAuthn for the
        browser, good once, for five minutes. Needs the password when the session began more than 15 minutes ago.
        """
        beginEfiPasskeyRegistration(password: String): String!
        finishEfiPasskeyRegistration(input: CreateEfiPasskeyInput!): EfiPasskey!
        renameEfiPasskey(id: ID!, name: String!): EfiPasskey!
        "No success when the account has no such passkey, or no longer."
        removeEfiPasskey(id: ID!): Success!
        """
        Begins a sign-in. The answer is the text of PublicKeyCredentialRequestOptionsJSON of WebAuthn for the browser, good
        once, for five minutes. What the passkey answers goes to authenticate, as efiPasskey.
        """
        beginEfiPasskeySignIn: String!
    }
`;
