export { type CatalogueColumn, personalDataGaps } from './application/gaps';
export { recordOfProcessing } from './application/record-of-processing';
export * from './gdpr.plugin';
export { personalDataRegistry } from './registry';
