import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

export const shopSchema: DocumentNode = gql`
    "A price that is lower than the shop's list price. Taxed as the variant's own price is."
    type EfiPriceReduction {
        productId: ID!
        productVariantId: ID!
        currencyCode: CurrencyCode!
        "What is asked now"
        price: Money!
        priceWithTax: Money!
        "The list price, which comes back when the reduction ends"
        previousPrice: Money!
        previousPriceWithTax: Money!
        "The lowest price of the 30 days before the reduction (Directive 98/6/EC); null where no history is kept"
        lowestPrice30Days: Money
        lowestPrice30DaysWithTax: Money
        "When the reduction ends, to the second; null when no end is set"
        endsAt: DateTime
        "Whether the price is for the shopper's customer group, and not for everybody"
        personalised: Boolean!
        "Why the price is a personal one"
        declaration: String
    }

    "A line whose unit price is another one than when it was put into the cart"
    type EfiPriceChange {
        orderLineId: ID!
        productVariantId: ID!
        previousUnitPrice: Money!
        previousUnitPriceWithTax: Money!
        unitPrice: Money!
        unitPriceWithTax: Money!
    }

    extend type ProductVariant {
        "Null while the variant costs its list price"
        efiPriceReduction: EfiPriceReduction
    }

    extend type Order {
        "Prices that changed since the lines were put into the cart. None changes once the order has reached payment."
        efiPriceChanges: [EfiPriceChange!]!
        "The reductions among what lies in it, at the prices of now"
        efiPriceReductions: [EfiPriceReduction!]!
    }

    extend type Query {
        "The reductions among up to 100 variants, and among those of up to 100 products: for lists that know ids only, such as search"
        efiPriceReductions(productVariantIds: [ID!]! = [], productIds: [ID!]! = []): [EfiPriceReduction!]!
        "The clock by which sales end, for a countdown that is right on a device whose clock is not"
        efiServerTime: DateTime!
    }
`;
