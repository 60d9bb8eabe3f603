import { Inject, Injectable } from '@nestjs/common';
import { CurrencyCode, type RequestContext, TransactionalConnection } from '@vendure/core';
import { STORE_DASHBOARD_OPTIONS, type StoreDashboardOptions } from '../store-dashboard.options';
import { todayWindow, type TodayWindow } from './today-window';

/** Money is in minor units, with tax and shipping. */
interface SalesInCurrency {
    readonly currencyCode: CurrencyCode;
    readonly orders: number;
    readonly revenue: number;
    readonly comparedOrders: number;
    readonly comparedRevenue: number;
}

export interface TodaySales extends TodayWindow {
    readonly timeZone: string;
    readonly currencies: readonly SalesInCurrency[];
}

/** Both stretches in one go: each is a range of the index on `orderPlacedAt`. */
const salesQuery = `
    SELECT o."currencyCode" AS "currencyCode",
           count(*) FILTER (WHERE o."orderPlacedAt" >= $2)::int AS "orders",
           coalesce(sum(o."subTotalWithTax" + o."shippingWithTax") FILTER (WHERE o."orderPlacedAt" >= $2), 0)::float8 AS "revenue",
           count(*) FILTER (WHERE o."orderPlacedAt" < $2)::int AS "comparedOrders",
           coalesce(sum(o."subTotalWithTax" + o."shippingWithTax") FILTER (WHERE o."orderPlacedAt" < $2), 0)::float8 AS "comparedRevenue"
      FROM "order" o
      JOIN order_channels_channel oc ON oc."orderId" = o.id AND oc."channelId" = $1
     WHERE (o."orderPlacedAt" BETWEEN $2 AND $3 OR o."orderPlacedAt" BETWEEN $4 AND $5)
       AND o.state <> 'Cancelled'
     GROUP BY o."currencyCode"
     ORDER BY "revenue" DESC, "currencyCode"`;

@Injectable()
export class TodaySalesService {
    constructor(
        private readonly connection: TransactionalConnection,
        @Inject(STORE_DASHBOARD_OPTIONS) private readonly options: StoreDashboardOptions,
    ) {}

    /** What the active channel sold today, until `now`. */
    async todaySales(ctx: RequestContext, now = new Date()): Promise<TodaySales> {
        const timeZone = this.options.timeZone;
        const window = todayWindow(now, timeZone);
        const currencies = await this.connection.rawConnection.query<SalesInCurrency[]>(salesQuery, [
            ctx.channelId,
            window.from,
            window.until,
            window.comparedFrom,
            window.comparedUntil,
        ]);
        return { ...window, timeZone, currencies };
    }
}
