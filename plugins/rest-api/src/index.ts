export * from './rest-api.plugin';
export type { RestApiOptions } from './rest-api.options';
export { restApiMigrations } from './infrastructure/migrations';
export { describeRestApi } from './api/openapi/describe-rest-api';
