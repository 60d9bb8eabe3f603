export * from './migrating-postgres-initializer';
export * from './test-postgres';
export * from './populate-shop';
export * from './small-shop';
export * from './test-shop';
export * from './database-texts';
export * from './disguises';
export * from './statement-log';
