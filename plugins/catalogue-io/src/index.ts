export * from './catalogue-io.plugin';
export type { CatalogueIoOptions } from './catalogue-io.options';
export { catalogueIoMigrations } from './infrastructure/migrations';
