import { graphql } from '@/graphql/graphql';

export const ChangePassword = graphql(`
    mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
        updateCustomerPassword(currentPassword: $currentPassword, newPassword: $newPassword) {
            __typename
            ... on PasswordValidationError {
                validationErrorMessage
            }
        }
    }
`);

export const RequestEmailChange = graphql(`
    mutation RequestEmailChange($newEmailAddress: String!, $password: String!) {
        requestUpdateCustomerEmailAddress(newEmailAddress: $newEmailAddress, password: $password) {
            __typename
        }
    }
`);

export const ConfirmEmailChange = graphql(`
    mutation ConfirmEmailChange($token: String!) {
        updateCustomerEmailAddress(token: $token) {
            __typename
        }
    }
`);
