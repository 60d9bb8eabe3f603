import { parse } from 'graphql';

export const todaySalesSchema = parse(`
    "Orders placed in one currency, cancelled ones left out. Revenue is what they come to with tax and shipping."
    type EfiSalesInCurrency {
        currencyCode: CurrencyCode!
        orders: Int!
        revenue: Money!
        "The same weekday last week, until the same time of day."
        comparedOrders: Int!
        "The same weekday last week, until the same time of day."
        comparedRevenue: Money!
    }

    "Today so far in the active channel, on the clock of the store's time zone."
    type EfiTodaySales {
        timeZone: String!
        from: DateTime!
        until: DateTime!
        comparedFrom: DateTime!
        comparedUntil: DateTime!
        "One entry for each currency with orders today or on the compared day, the largest revenue of today first."
        currencies: [EfiSalesInCurrency!]!
    }

    extend type Query {
        efiTodaySales: EfiTodaySales!
    }
`);
