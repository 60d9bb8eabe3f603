import { graphql } from '@/graphql/graphql';

export const PasskeysAreOn = graphql(`
    query PasskeysAreOn {
        efiPasskeysAreOn
    }
`);

export const PasskeysQuery = graphql(`
    query Passkeys {
        efiPasskeysAreOn
        efiPasskeys {
            id
            name
            isBackedUp
            createdAt
            lastUsedAt
        }
    }
`);

export const BeginPasskeySignIn = graphql(`
    mutation BeginPasskeySignIn {
        beginEfiPasskeySignIn
    }
`);

export const SignInByPasskey = graphql(`
    mutation SignInByPasskey($answer: EfiPasskeyInput!) {
        authenticate(input: { efiPasskey: $answer }) {
            __typename
            ... on InvalidCredentialsError {
                authenticationError
            }
        }
    }
`);

export const BeginPasskey = graphql(`
    mutation BeginPasskey($password: String) {
        beginEfiPasskeyRegistration(password: $password)
    }
`);

export const FinishPasskey = graphql(`
    mutation FinishPasskey($input: CreateEfiPasskeyInput!) {
        finishEfiPasskeyRegistration(input: $input) {
            id
        }
    }
`);

export const RenamePasskey = graphql(`
    mutation RenamePasskey($id: ID!, $name: String!) {
        renameEfiPasskey(id: $id, name: $name) {
            id
        }
    }
`);

export const RemovePasskey = graphql(`
    mutation RemovePasskey($id: ID!) {
        removeEfiPasskey(id: $id) {
            success
        }
    }
`);
