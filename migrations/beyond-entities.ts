/**
 * What migrations make that no entity describes: triggers, functions, checks and indexes that TypeORM does not
 * know. Each line is one entry of the catalogue as `schema.e2e-spec.ts` prints it. The spec fails for an object
 * that is neither here nor in an entity, and for a line here that no migration makes.
 */
export const beyondEntities: readonly string[] = [
    'constraint efi_payment_discrepancy fk_efi_payment_discrepancy_reconciliation FOREIGN KEY ("reconciliationId") REFERENCES efi_payment_reconciliation(id)',
    'constraint efi_payment_intent ck_efi_payment_intent_amount CHECK ((amount > 0))',
    'constraint efi_payment_ledger ck_efi_payment_ledger_amount CHECK ((amount > 0))',
    'constraint efi_payment_ledger fk_efi_payment_ledger_intent FOREIGN KEY ("intentId") REFERENCES efi_payment_intent(id)',
    'constraint efi_payment_operation ck_efi_payment_operation_amount CHECK ((amount > 0))',
    'constraint efi_payment_operation fk_efi_payment_operation_intent FOREIGN KEY ("intentId") REFERENCES efi_payment_intent(id)',
    'constraint efi_payment_review fk_efi_payment_review_intent FOREIGN KEY ("intentId") REFERENCES efi_payment_intent(id)',
    'constraint product_variant_price efi_price_history_record TRIGGER DEFERRABLE INITIALLY DEFERRED',
    'function efi_payment_ledger_append_only()',
    'function efi_price_history_record()',
    'function efi_price_history_sync(integer,integer,character varying)',
    'function efi_stock_level_guard()',
    `index CREATE INDEX ix_efi_order_in_payment ON public."order" USING btree ("updatedAt") WHERE ((state)::text = 'ArrangingPayment'::text)`,
    'trigger efi_payment_ledger_append_only on efi_payment_ledger',
    'trigger efi_price_history_record on product_variant_price',
    'trigger efi_stock_level_guard on stock_level',
];
