/**
 * What migrations make that no entity describes: triggers, functions, checks and indexes that TypeORM does not
 * know. Each line is one entry of the catalogue as `schema.e2e-spec.ts` prints it. The spec fails for an object
 * that is neither here nor in an entity, and for a line here that no migration makes.
 */
export const beyondEntities: readonly string[] = [
    'constraint product_variant_price efi_price_history_record TRIGGER DEFERRABLE INITIALLY DEFERRED',
    'function efi_price_history_record()',
    'function efi_price_history_sync(integer,integer,character varying)',
    'trigger efi_price_history_record on product_variant_price',
];
