export * from './checkout-contracts';
export * from './metrics';
export * from './migrations';
export * from './transaction-retry';
