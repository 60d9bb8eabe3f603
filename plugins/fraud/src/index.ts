export * from './fraud.plugin';
export type { FraudOptions } from './fraud.options';
export * from './infrastructure/events/fraud-events';
export { fraudMigrations } from './infrastructure/migrations';
