export { type CatalogueColumn, personalDataGaps } from './application/gaps';
export { recordOfProcessing } from './application/record-of-processing';
export type { GdprOptions, PersonalDataStore } from './gdpr.options';
export * from './gdpr.plugin';
export { gdprMigrations } from './infrastructure/create-gdpr.migration';
export { personalDataRegistry } from './registry';
