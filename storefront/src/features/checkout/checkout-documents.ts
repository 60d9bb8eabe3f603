import { graphql, type ResultOf } from '@/graphql/graphql';

export const CheckoutMethodsQuery = graphql(`
    query CheckoutMethods {
        eligibleShippingMethods {
            id
            code
            name
            description
            price
            priceWithTax
            efiIsPickUp
            efiDeliveryTime {
                minWorkingDays
                maxWorkingDays
                orderBy
            }
        }
        eligiblePaymentMethods {
            code
            name
            description
            isEligible
            eligibilityMessage
            efiPayment {
                gateway
                flow
                publicConfiguration
                canSaveMethod
            }
        }
    }
`);

export type ShippingMethod = ResultOf<typeof CheckoutMethodsQuery>['eligibleShippingMethods'][number];
export type PaymentMethod = ResultOf<typeof CheckoutMethodsQuery>['eligiblePaymentMethods'][number];

export const SetCustomer = graphql(`
    mutation SetCustomer($input: CreateCustomerInput!) {
        setCustomerForOrder(input: $input) {
            __typename
        }
    }
`);

export const SetAddresses = graphql(`
    mutation SetAddresses(
        $delivery: CreateAddressInput!
        $bill: CreateAddressInput!
        $vatNumber: String
        $country: String
    ) {
        setEfiVatNumber(vatNumber: $vatNumber, country: $country) {
            __typename
            ... on EfiVatNumberInvalidError {
                problem
            }
        }
        setOrderShippingAddress(input: $delivery) {
            __typename
        }
        setOrderBillingAddress(input: $bill) {
            __typename
            ... on Order {
                couponCodes
            }
        }
    }
`);

export const SetShippingMethod = graphql(`
    mutation SetShippingMethod($id: [ID!]!) {
        setOrderShippingMethod(shippingMethodId: $id) {
            __typename
        }
    }
`);
