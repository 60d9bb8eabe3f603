export * from './fraud.plugin';
export type { FraudOptions } from './fraud.options';
export { fraudMigrations } from './infrastructure/migrations';
