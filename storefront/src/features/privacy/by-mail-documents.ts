import { graphql } from '@/graphql/graphql';

export const PrivacyMailLinkQuery = graphql(`
    query PrivacyMailLink($token: String!) {
        efiPrivacyMailLink(token: $token) {
            kind
            request {
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
    }
`);

export const AskPrivacyByMail = graphql(`
    mutation AskPrivacyByMail($input: AskEfiPrivacyByMailInput!) {
        askEfiPrivacyByMail(input: $input) {
            success
        }
    }
`);

export const ConfirmPrivacyByMail = graphql(`
    mutation ConfirmPrivacyByMail($token: String!) {
        confirmEfiPrivacyByMail(token: $token) {
            __typename
            ... on EfiPrivacyConfirmed {
                token
            }
            ... on EfiPrivacyRequestRefusedError {
                reason
            }
        }
    }
`);

export const CancelPrivacyByMail = graphql(`
    mutation CancelPrivacyByMail($token: String!) {
        cancelEfiPrivacyByMail(token: $token) {
            __typename
            ... on EfiPrivacyMailedRequest {
                id
            }
            ... on EfiPrivacyRequestRefusedError {
                reason
            }
        }
    }
`);
