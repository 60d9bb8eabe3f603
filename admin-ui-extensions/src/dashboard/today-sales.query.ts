import { api } from '@vendure/dashboard';

/** Money is in minor units of the currency, with tax and shipping. */
export interface SalesInCurrency {
    readonly currencyCode: string;
    readonly orders: number;
    readonly revenue: number;
    readonly comparedOrders: number;
    readonly comparedRevenue: number;
}

export interface TodaySales {
    readonly timeZone: string;
    readonly until: string;
    readonly comparedUntil: string;
    readonly currencies: readonly SalesInCurrency[];
}

const document = /* GraphQL */ `
    query EfiTodaySales {
        efiTodaySales {
            timeZone
            until
            comparedUntil
            currencies {
                currencyCode
                orders
                revenue
                comparedOrders
                comparedRevenue
            }
        }
    }
`;

export async function fetchTodaySales(): Promise<TodaySales> {
    const { efiTodaySales } = await api.query<{ efiTodaySales: TodaySales }>(document);
    return efiTodaySales;
}
