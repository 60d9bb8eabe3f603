export * from './dynamic-pricing.plugin';
export type { DynamicPricingOptions } from './dynamic-pricing.options';
export { dynamicPricingMigrations } from './infrastructure/migrations';
