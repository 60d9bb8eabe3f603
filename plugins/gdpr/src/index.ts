export { type CatalogueColumn, personalDataGaps } from './domain/gaps';
export { recordOfProcessing } from './domain/record-of-processing';
export * from './gdpr.plugin';
export { personalDataRegistry } from './registry';
