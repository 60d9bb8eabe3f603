export * from './search.plugin';
export { searchMigrations } from './infrastructure/migrations';
