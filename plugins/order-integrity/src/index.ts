export * from './order-integrity.plugin';
export type { OrderIntegrityOptions } from './order-integrity.options';
export { orderIntegrityMigrations } from './infrastructure/migrations';
export { StockReservedEvent, StockShortfallEvent } from './infrastructure/stock/stock-events';
export { StockReservation } from './infrastructure/stock/stock-reservation.entity';
export { ReservingStockLocationStrategy } from './infrastructure/stock/stock-location.strategy';
export type { StockShortfall } from './domain/stock-shortfall';
