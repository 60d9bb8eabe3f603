import { graphql } from '@/graphql/graphql';

export const SignInProvidersQuery = graphql(`
    query SignInProviders {
        efiSignInProviders {
            id
            label
            start
        }
    }
`);

export const SignInByCode = graphql(`
    mutation SignInByCode($given: EfiSignInCodeInput!) {
        authenticate(input: { efiSignInCode: $given }) {
            __typename
        }
    }
`);
