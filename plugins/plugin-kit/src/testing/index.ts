export * from './migrating-postgres-initializer';
export * from './test-postgres';
