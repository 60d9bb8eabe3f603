import { graphql, type ResultOf } from '@/graphql/graphql';

/** A customer as account and checkout show them. */
export const CustomerFragment = graphql(`
    fragment Customer on Customer @_unmask {
        id
        firstName
        lastName
        emailAddress
        phoneNumber
        addresses {
            id
            fullName
            company
            streetLine1
            streetLine2
            city
            province
            postalCode
            phoneNumber
            country {
                code
                name
            }
            defaultShippingAddress
            defaultBillingAddress
        }
    }
`);

export type Customer = ResultOf<typeof CustomerFragment>;
export type SavedAddress = NonNullable<Customer['addresses']>[number];
