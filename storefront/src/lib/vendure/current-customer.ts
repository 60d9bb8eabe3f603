import 'server-only';
import { cache } from 'react';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryAsShopper } from './client';
import { hasSession } from './session';

const CurrentCustomerQuery = graphql(`
    query CurrentCustomer {
        activeCustomer {
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
    }
`);

export type Customer = NonNullable<ResultOf<typeof CurrentCustomerQuery>['activeCustomer']>;
export type SavedAddress = NonNullable<Customer['addresses']>[number];

/** Who is signed in, asked for once per request. */
export const fetchCurrentCustomer = cache(async (): Promise<Customer | undefined> => {
    if (!(await hasSession())) {
        return undefined;
    }
    return (await queryAsShopper(CurrentCustomerQuery, {})).activeCustomer ?? undefined;
});
