import { graphql, type ResultOf } from '@/graphql/graphql';

/** Where the order can be fetched, and where the shopper fetched the last one. */
export const PickUpOptionsQuery = graphql(`
    query PickUpOptions {
        activeOrder {
            efiPickUpOptions {
                place {
                    id
                    name
                    address {
                        streetLine
                        postalCode
                        city
                        countryCode
                    }
                    openingHours {
                        fromDay
                        toDay
                        opens
                        closes
                    }
                }
                hasAll
                lines {
                    orderLineId
                    availability
                }
            }
        }
        activeCustomer {
            orders(options: { take: 1, sort: { orderPlacedAt: DESC } }) {
                items {
                    efiPickUpPlace {
                        placeId
                    }
                }
            }
        }
    }
`);

export type PickUpOption = NonNullable<
    ResultOf<typeof PickUpOptionsQuery>['activeOrder']
>['efiPickUpOptions'][number];

/** Who fetches the order needs no address to deliver to. */
export const SetPickUpPlace = graphql(`
    mutation SetPickUpPlace($method: ID!, $place: ID!) {
        setEfiOrderPickUpPlace(shippingMethodId: $method, placeId: $place) {
            __typename
            ... on Order {
                code
            }
            ... on EfiPickUpPlaceError {
                problem
            }
        }
    }
`);

export const ForgetShippingAddress = graphql(`
    mutation ForgetShippingAddress {
        unsetOrderShippingAddress {
            __typename
        }
    }
`);

export const SetShippingAddress = graphql(`
    mutation SetShippingAddress($input: CreateAddressInput!) {
        setOrderShippingAddress(input: $input) {
            __typename
        }
    }
`);
