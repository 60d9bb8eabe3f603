export * from './auth.plugin';
export { authMigrations } from './infrastructure/migrations';
