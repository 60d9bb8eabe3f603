export const loggerContext = 'ShopCachePlugin';
