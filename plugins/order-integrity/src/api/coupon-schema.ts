import { parse } from 'graphql';

export const couponShopSchema = parse(`
    enum EfiCouponState {
        "It takes something off the order."
        APPLIED
        "It begins later: see startsAt."
        NOT_YET
        ENDED
        "It applies from a subtotal on: see amountFrom and amountMissing."
        AMOUNT
        "It is for certain products, or a number of them."
        PRODUCTS
        "It is for certain customers."
        CUSTOMERS
        "It asks for something else, or another promotion goes before it."
        OTHER
    }

    "A coupon code of the order, and why it takes nothing off."
    type EfiCoupon {
        code: String!
        state: EfiCouponState!
        startsAt: DateTime
        amountFrom: Money
        amountMissing: Money
        "Whether both amounts are with tax."
        amountWithTax: Boolean
    }

    extend type Order {
        "One for each of couponCodes, in their order."
        efiCoupons: [EfiCoupon!]!
    }
`);
