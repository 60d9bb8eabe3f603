import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Session {
    readonly id: string;
    readonly browser: string | null;
    readonly system: string | null;
    readonly kind: 'DESKTOP' | 'MOBILE' | 'TABLET' | 'OTHER';
    readonly address: string | null;
    readonly createdAt: string;
    readonly lastUsedAt: string;
    readonly isCurrent: boolean;
}

interface Done {
    readonly done: { readonly success: boolean };
}

type ListOf<Variables> = TypedDocumentNode<{ readonly sessions: readonly Session[] }, Variables>;

interface Whose extends Record<string, unknown> {
    readonly of: string;
}

/** Of one session, or of all without it. */
interface WhoseOne extends Whose {
    readonly id?: string;
}

const fields = gql`
    fragment EfiSessionFields on EfiSession {
        id
        browser
        system
        kind
        address
        createdAt
        lastUsedAt
        isCurrent
    }
`;

export const ownSessionsQuery: ListOf<Record<string, never>> = gql`
    query EfiSessions {
        sessions: efiSessions {
            ...EfiSessionFields
        }
    }
    ${fields}
`;

export const revokeOwnMutation: TypedDocumentNode<Done, { readonly id: string }> = gql`
    mutation RevokeEfiSession($id: ID!) {
        done: revokeEfiSession(id: $id) {
            success
        }
    }
`;

export const revokeOthersMutation: TypedDocumentNode<Done, Record<string, never>> = gql`
    mutation RevokeOtherEfiSessions {
        done: revokeOtherEfiSessions {
            success
        }
    }
`;

/** How the sessions of another account are read and ended. */
export interface AccountDocuments {
    readonly list: ListOf<Whose>;
    readonly revoke: TypedDocumentNode<Done, WhoseOne>;
    /** Who may end them. */
    readonly permission: string;
}

export const ofCustomer: AccountDocuments = {
    permission: 'UpdateCustomer',
    list: gql`
        query EfiCustomerSessions($of: ID!) {
            sessions: efiCustomerSessions(customerId: $of) {
                ...EfiSessionFields
            }
        }
        ${fields}
    `,
    revoke: gql`
        mutation RevokeEfiCustomerSessions($of: ID!, $id: ID) {
            done: revokeEfiCustomerSessions(customerId: $of, id: $id) {
                success
            }
        }
    `,
};

export const ofAdministrator: AccountDocuments = {
    permission: 'UpdateAdministrator',
    list: gql`
        query EfiAdministratorSessions($of: ID!) {
            sessions: efiAdministratorSessions(administratorId: $of) {
                ...EfiSessionFields
            }
        }
        ${fields}
    `,
    revoke: gql`
        mutation RevokeEfiAdministratorSessions($of: ID!, $id: ID) {
            done: revokeEfiAdministratorSessions(administratorId: $of, id: $id) {
                success
            }
        }
    `,
};
