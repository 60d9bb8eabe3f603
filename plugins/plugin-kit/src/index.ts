export * from './behaviour';
export * from './checkout-contracts';
export * from './consent';
export * from './metrics';
export * from './migrations';
export * from './query-prepared';
export * from './server-busy.error';
export * from './transaction-retry';
