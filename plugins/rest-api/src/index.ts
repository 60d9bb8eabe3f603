export * from './rest-api.plugin';
export { restApiMigrations } from './infrastructure/migrations';
