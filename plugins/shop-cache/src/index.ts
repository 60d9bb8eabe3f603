export * from './shop-cache.plugin';
export type { CustomerSessions, RevalidationOptions, ShopCacheOptions } from './shop-cache.options';
export { shopCacheMigrations } from './infrastructure/migrations';
