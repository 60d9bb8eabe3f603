export * from './search.plugin';
export type { FieldWeights, SearchPluginOptions } from './search.options';
export { searchMigrations } from './infrastructure/migrations';
