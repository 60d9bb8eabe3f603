import type { Provider } from '@nestjs/common';
import { configureDefaultOrderProcess, defaultOrderProcess, type RuntimeVendureConfig } from '@vendure/core';
import { AllocateStock } from '../../application/allocate-stock';
import { MoveStock } from '../../application/move-stock';
import { ReserveStock } from '../../application/reserve-stock';
import { ORDER_INTEGRITY_OPTIONS, type ResolvedOrderIntegrityOptions } from '../../order-integrity.options';
import { OrderStock } from './order-stock';
import { ShortfallMessages } from './shortfall-messages';
import { SplitOrders } from './split-orders';
import { SqlStockBook } from './sql-stock-book';
import { StockGuards } from './stock-guards';
import { ReservingStockLocationStrategy } from './stock-location.strategy';
import { StockMovementRecorder } from './stock-movement-recorder';
import { StockOrderProcess } from './stock-order-process';
import { Stocktake } from './stocktake';
import { VariantLabels } from './variant-labels';
import { VendureOrderLineStock } from './vendure-order-line-stock';

/** Everything about stock that the plugin provides. */
export const stockProviders: Provider[] = [
    SqlStockBook,
    VendureOrderLineStock,
    {
        provide: ReserveStock,
        useFactory: (book: SqlStockBook, options: ResolvedOrderIntegrityOptions) =>
            new ReserveStock(book, options.reservationMinutes),
        inject: [SqlStockBook, ORDER_INTEGRITY_OPTIONS],
    },
    {
        provide: AllocateStock,
        useFactory: (book: SqlStockBook) => new AllocateStock(book),
        inject: [SqlStockBook],
    },
    {
        provide: MoveStock,
        useFactory: (book: SqlStockBook) => new MoveStock(book),
        inject: [SqlStockBook],
    },
    VariantLabels,
    ShortfallMessages,
    OrderStock,
    SplitOrders,
    StockMovementRecorder,
    Stocktake,
    StockGuards,
];

/**
 * Has orders reserve their stock, and Vendure ask the plugin what is available. The default process's own check of
 * stock is left out: it looks at one line at a time, and locks nothing.
 */
export function configureStock(config: RuntimeVendureConfig): RuntimeVendureConfig {
    const withoutStockCheck = configureDefaultOrderProcess({ arrangingPaymentRequiresStock: false });
    // Its functions tell it: merging configurations makes a new object of it.
    const processes = config.orderOptions.process.map(process =>
        process.onTransitionStart === defaultOrderProcess.onTransitionStart ? withoutStockCheck : process,
    );
    config.orderOptions.process = [...processes, new StockOrderProcess()];
    config.catalogOptions.stockLocationStrategy = new ReservingStockLocationStrategy();
    return config;
}
