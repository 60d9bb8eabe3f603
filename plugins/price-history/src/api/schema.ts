import { parse } from 'graphql';

export const shopSchema = parse(`
    "The lowest price of a period, as the EU's Directive 98/6/EC, article 6a, has it for reductions."
    type EfiLowestPrice {
        price: Money!
        priceWithTax: Money!
        currencyCode: CurrencyCode!
        "Whether the present price is lower than the one before it. Then the period ends where the present price began."
        isReduction: Boolean!
        "End of the period: when the reduction began, or now."
        until: DateTime!
    }

    extend type ProductVariant {
        """
        The lowest price in the 30 days before the present reduction began, or before now when there is none.
        Prices that promotions make in the cart are not in it.
        """
        lowestPriceLast30Days: EfiLowestPrice
    }
`);

export const adminSchema = parse(`
    "A price that a variant had for a stretch of time, with or without tax as the channel's prices are entered."
    type EfiPriceHistoryEntry implements Node {
        id: ID!
        currencyCode: CurrencyCode!
        price: Money!
        validFrom: DateTime!
        "Null while the price is in force."
        validTo: DateTime
    }

    type EfiPriceHistoryList {
        items: [EfiPriceHistoryEntry!]!
        totalItems: Int!
    }

    extend type Query {
        "The prices of a variant in the active channel, the newest first. At most 100 at a time."
        efiPriceHistory(productVariantId: ID!, skip: Int = 0, take: Int = 50): EfiPriceHistoryList!
    }
`);
