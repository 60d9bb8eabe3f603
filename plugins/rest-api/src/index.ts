export * from './rest-api.plugin';
export type { RestApiOptions } from './rest-api.options';
export { restApiMigrations } from './infrastructure/migrations';
