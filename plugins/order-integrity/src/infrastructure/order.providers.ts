import type { Provider } from '@nestjs/common';
import type { RuntimeVendureConfig } from '@vendure/core';
import { ClaimLimitedPromotions } from '../application/claim-limited-promotions';
import { ExpireUnpaidOrders } from '../application/expire-unpaid-orders';
import { ORDER_INTEGRITY_OPTIONS, type ResolvedOrderIntegrityOptions } from '../order-integrity.options';
import { ArrangeOrder } from './arranging/arrange-order';
import { OrderCoupons } from './coupons/order-coupons';
import { ExpiryLoop } from './expiry/expiry-loop';
import { LoggingExpiryObserver } from './expiry/logging-expiry-observer';
import { SqlUnpaidOrders } from './expiry/sql-unpaid-orders';
import { CustomerOrderLock } from './first-add/customer-order-lock';
import { SessionOrder } from './first-add/session-order';
import { OrderLock } from './lock/order-lock';
import { OrderGuards } from './order-guards';
import { ReadRows } from './rows/read-rows';
import { TransactionTurns } from './transactions/transaction-turns';
import { SqlLimitedPromotions } from './usage-limits/sql-limited-promotions';
import { UsageLimitProcess } from './usage-limits/usage-limit.process';

/** Everything about orders and their promotions that the plugin provides. */
export const orderProviders: Provider[] = [
    OrderLock,
    CustomerOrderLock,
    SessionOrder,
    ReadRows,
    OrderGuards,
    SqlLimitedPromotions,
    {
        provide: ClaimLimitedPromotions,
        useFactory: (promotions: SqlLimitedPromotions) => new ClaimLimitedPromotions(promotions),
        inject: [SqlLimitedPromotions],
    },
    SqlUnpaidOrders,
    {
        provide: ExpireUnpaidOrders,
        useFactory: (orders: SqlUnpaidOrders, options: ResolvedOrderIntegrityOptions) =>
            new ExpireUnpaidOrders(orders, new LoggingExpiryObserver(), options.reservationMinutes),
        inject: [SqlUnpaidOrders, ORDER_INTEGRITY_OPTIONS],
    },
    ExpiryLoop,
    TransactionTurns,
    ArrangeOrder,
    OrderCoupons,
];

/** Has orders ask for their limited promotions when they come to payment. */
export function configureUsageLimits(config: RuntimeVendureConfig): RuntimeVendureConfig {
    config.orderOptions.process = [...config.orderOptions.process, new UsageLimitProcess()];
    return config;
}
