import { gql } from 'graphql-tag';

/** The same at both APIs. */
export const sessionsSchema = gql`
    enum EfiDeviceKind {
        DESKTOP
        MOBILE
        TABLET
        OTHER
    }

    """
    A sign-in of the account that asks, by session or by token.
    """
    type EfiSession {
        id: ID!
        "Such as Firefox; not there for a program, or for a sign-in from before these were kept."
        browser: String
        "Such as Windows."
        system: String
        kind: EfiDeviceKind!
        "The address that signed in, without its last part."
        address: String
        createdAt: DateTime!
        "To a few minutes."
        lastUsedAt: DateTime!
        "Whether this request comes with it."
        isCurrent: Boolean!
    }

    extend type Query {
        "Where the account is signed in, last used first."
        efiSessions: [EfiSession!]!
    }

    extend type Mutation {
        "Signs out one of the account's sessions; no success when it has no such session, or no longer."
        revokeEfiSession(id: ID!): Success!
        "Signs out everywhere but here; no success when there was nothing to sign out."
        revokeOtherEfiSessions: Success!
    }
`;
