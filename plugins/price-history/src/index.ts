export { PriceHistoryEntry } from './infrastructure/price-history-entry.entity';
export { priceHistoryMigrations } from './infrastructure/price-history.migrations';
export type { LowestPrice, PriceHistoryList } from './infrastructure/price-history.service';
export { PriceHistoryService } from './infrastructure/price-history.service';
export type { PriceHistoryOptions } from './price-history.options';
export { PriceHistoryPlugin } from './price-history.plugin';
