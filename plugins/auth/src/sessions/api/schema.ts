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

/** At the Admin API, about others. */
export const othersSessionsSchema = gql`
    extend type Query {
        "Where a customer of the channel is signed in, last used first; nothing for a guest."
        efiCustomerSessions(customerId: ID!): [EfiSession!]!
        "Where an administrator is signed in, last used first, as far as the one who asks may see that administrator."
        efiAdministratorSessions(administratorId: ID!): [EfiSession!]!
    }

    extend type Mutation {
        "Signs a customer of the channel out of one session, or of all without an id; no success when there was none."
        revokeEfiCustomerSessions(customerId: ID!, id: ID): Success!
        "Signs an administrator out of one session, or of all without an id; no success when there was none."
        revokeEfiAdministratorSessions(administratorId: ID!, id: ID): Success!
    }
`;
