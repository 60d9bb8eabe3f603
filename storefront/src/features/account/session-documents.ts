import { graphql } from '@/graphql/graphql';

export const SessionsQuery = graphql(`
    query Sessions {
        efiSessions {
            id
            browser
            system
            kind
            address
            createdAt
            lastUsedAt
            isCurrent
        }
    }
`);

export const EndSession = graphql(`
    mutation EndSession($id: ID!) {
        revokeEfiSession(id: $id) {
            success
        }
    }
`);

export const EndOtherSessions = graphql(`
    mutation EndOtherSessions {
        revokeOtherEfiSessions {
            success
        }
    }
`);
