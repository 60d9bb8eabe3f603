export type { AuthOptions } from './auth.options';
export * from './auth.plugin';
export { authMigrations } from './infrastructure/migrations';
export type { TokensOptions } from './tokens/tokens.options';
