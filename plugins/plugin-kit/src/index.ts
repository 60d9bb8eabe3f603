export * from './checkout-contracts';
export * from './metrics';
export * from './migrations';
export * from './server-busy.error';
export * from './transaction-retry';
