import { parse } from 'graphql';

export const arrangeShopSchema = parse(`
    "What a cart needs before it can be paid. What is left out stays as it is."
    input ArrangeEfiOrderInput {
        "A guest's. Who has signed in leaves it out."
        customer: CreateCustomerInput
        shippingAddress: CreateAddressInput
        billingAddress: CreateAddressInput
        "One for each seller of the order, else one."
        shippingMethodIds: [ID!]
        "Ten at most, on top of those that the cart has."
        couponCodes: [String!]
    }

    union ArrangeEfiOrderResult =
          Order
        | NoActiveOrderError
        | AlreadyLoggedInError
        | EmailAddressConflictError
        | GuestCheckoutError
        | CouponCodeExpiredError
        | CouponCodeInvalidError
        | CouponCodeLimitError
        | IneligibleShippingMethodError
        | OrderModificationError
        | OrderStateTransitionError

    extend type Mutation {
        """
        Makes the cart ready to be paid, for clients that know all of it: sets customer, addresses, coupons and
        shipping, and moves the order to ArrangingPayment. All of it is done or, with an error, nothing. Put
        addPaymentToOrder behind it in the same request to pay.
        """
        arrangeEfiOrder(input: ArrangeEfiOrderInput!): ArrangeEfiOrderResult!
    }
`);
