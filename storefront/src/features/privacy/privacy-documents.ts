import { graphql } from '@/graphql/graphql';

export const PrivacyRequestsQuery = graphql(`
    query PrivacyRequests {
        efiPrivacyRequests {
            id
            kind
            state
            createdAt
            startsAt
            dueAt
            extendedBecause
            refusedBecause
            canCancel
            download {
                path
                expiresAt
            }
        }
    }
`);

export const RequestPrivacy = graphql(`
    mutation RequestPrivacy($input: RequestEfiPrivacyInput!) {
        requestEfiPrivacy(input: $input) {
            __typename
            ... on EfiPrivacyRequest {
                id
            }
            ... on EfiPrivacyRequestRefusedError {
                reason
            }
        }
    }
`);

export const CancelPrivacyRequest = graphql(`
    mutation CancelPrivacyRequest($id: String!) {
        cancelEfiPrivacyRequest(id: $id) {
            __typename
            ... on EfiPrivacyRequest {
                id
            }
            ... on EfiPrivacyRequestRefusedError {
                reason
            }
        }
    }
`);
