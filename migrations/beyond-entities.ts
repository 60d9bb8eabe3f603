/**
 * What migrations make that no entity describes: triggers, functions, checks and indexes that TypeORM does not
 * know. Each line is one entry of the catalogue as `schema.e2e-spec.ts` prints it. The spec fails for an object
 * that is neither here nor in an entity, and for a line here that no migration makes.
 */
export const beyondEntities: readonly string[] = [];
