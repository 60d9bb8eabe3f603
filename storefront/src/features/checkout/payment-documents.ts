import { graphql, type ResultOf } from '@/graphql/graphql';

/** What decides whether an order can be paid, and what a refusal may have changed. */
export const PayableOrderQuery = graphql(`
    query PayableOrder {
        activeOrder {
            code
            state
            couponCodes
            totalWithTax
            currencyCode
        }
    }
`);

export type PayableOrder = NonNullable<ResultOf<typeof PayableOrderQuery>['activeOrder']>;

export const ArrangePayment = graphql(`
    mutation ArrangePayment {
        transitionOrderToState(state: "ArrangingPayment") {
            __typename
            ... on OrderStateTransitionError {
                transitionError
            }
        }
    }
`);

export const AddPayment = graphql(`
    mutation AddPayment($input: PaymentInput!) {
        addPaymentToOrder(input: $input) {
            __typename
            ... on Order {
                code
            }
            ... on EfiPaymentActionRequiredError {
                intentId
                action {
                    kind
                    url
                    clientSecret
                }
            }
            ... on EfiPaymentPendingError {
                intentId
            }
            ... on CouponRemovedDuringCheckoutError {
                removedCouponCodes
                newTotalWithTax
                currencyCode
            }
            ... on OrderStateTransitionError {
                transitionError
            }
        }
    }
`);

export type PaymentResult = ResultOf<typeof AddPayment>['addPaymentToOrder'];

/** Whoever knows a payment's id may see how it stands: the id can't be guessed. */
export const PaymentStatusQuery = graphql(`
    query PaymentStatus($intentId: String!) {
        efiPayment(intentId: $intentId) {
            state
            orderCode
            action {
                kind
                url
            }
        }
    }
`);

export type PaymentStatus = NonNullable<ResultOf<typeof PaymentStatusQuery>['efiPayment']>;
