export type { AuthOptions } from './auth.options';
export * from './auth.plugin';
export { authMigrations } from './infrastructure/migrations';
export type { TokensOptions } from './tokens/tokens.options';
export { type LockOutOptions } from './lock-out/lock-out.options';
export { TOO_MANY_ATTEMPTS } from './lock-out/limited-native-strategy';
export { EfiAuthLimit } from './lock-out/limit.entity';
export { MACHINE_KEY_STRATEGY } from './machine-keys/infrastructure/machine-sessions';
export { SafePasswordStrategy, type SafePasswordOptions } from './passwords/safe-password-strategy';
