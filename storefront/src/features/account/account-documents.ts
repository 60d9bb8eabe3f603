import { graphql } from '@/graphql/graphql';

export const SignIn = graphql(`
    mutation SignIn($username: String!, $password: String!) {
        login(username: $username, password: $password, rememberMe: true) {
            __typename
            ... on InvalidCredentialsError {
                authenticationError
            }
        }
    }
`);

export const SignOut = graphql(`
    mutation SignOut {
        logout {
            success
        }
    }
`);

export const Register = graphql(`
    mutation Register($input: RegisterCustomerInput!) {
        registerCustomerAccount(input: $input) {
            __typename
            ... on PasswordValidationError {
                validationErrorMessage
            }
        }
    }
`);

export const Verify = graphql(`
    mutation Verify($token: String!, $password: String!) {
        verifyCustomerAccount(token: $token, password: $password) {
            __typename
            ... on PasswordValidationError {
                validationErrorMessage
            }
        }
    }
`);

export const RequestReset = graphql(`
    mutation RequestReset($emailAddress: String!) {
        requestPasswordReset(emailAddress: $emailAddress) {
            __typename
        }
    }
`);

export const ResetPassword = graphql(`
    mutation ResetPassword($token: String!, $password: String!) {
        resetPassword(token: $token, password: $password) {
            __typename
            ... on PasswordValidationError {
                validationErrorMessage
            }
        }
    }
`);

export const UpdateCustomer = graphql(`
    mutation UpdateCustomer($input: UpdateCustomerInput!) {
        updateCustomer(input: $input) {
            id
        }
    }
`);

export const OrderHistoryQuery = graphql(`
    query OrderHistory($take: Int!, $skip: Int!) {
        activeCustomer {
            orders(
                options: {
                    take: $take
                    skip: $skip
                    sort: { orderPlacedAt: DESC }
                    filter: { active: { eq: false } }
                }
            ) {
                totalItems
                items {
                    id
                    code
                    state
                    orderPlacedAt
                    currencyCode
                    totalWithTax
                    totalQuantity
                    lines {
                        id
                        featuredAsset {
                            preview
                        }
                    }
                }
            }
        }
    }
`);
