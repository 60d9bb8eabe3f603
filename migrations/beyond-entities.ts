/**
 * What migrations make that no entity describes: triggers, functions, checks and indexes that TypeORM does not
 * know. Each line is one entry of the catalogue as `schema.e2e-spec.ts` prints it. The spec fails for an object
 * that is neither here nor in an entity, and for a line here that no migration makes.
 */
export const beyondEntities: readonly string[] = [
    'constraint efi_fraud_decision ck_efi_fraud_decision_explained CHECK ((jsonb_array_length(factors) > 0))',
    'constraint efi_fraud_note fk_efi_fraud_note_decision FOREIGN KEY ("decisionId") REFERENCES efi_fraud_decision(id) ON DELETE CASCADE',
    'constraint efi_payment_discrepancy fk_efi_payment_discrepancy_reconciliation FOREIGN KEY ("reconciliationId") REFERENCES efi_payment_reconciliation(id)',
    'constraint efi_payment_intent ck_efi_payment_intent_amount CHECK ((amount > 0))',
    'constraint efi_payment_ledger ck_efi_payment_ledger_amount CHECK ((amount > 0))',
    'constraint efi_payment_ledger fk_efi_payment_ledger_intent FOREIGN KEY ("intentId") REFERENCES efi_payment_intent(id)',
    'constraint efi_payment_operation ck_efi_payment_operation_amount CHECK ((amount > 0))',
    'constraint efi_payment_operation fk_efi_payment_operation_intent FOREIGN KEY ("intentId") REFERENCES efi_payment_intent(id)',
    'constraint efi_payment_review fk_efi_payment_review_intent FOREIGN KEY ("intentId") REFERENCES efi_payment_intent(id)',
    'constraint efi_recommendation_choice fk_efi_recommendation_choice_customer FOREIGN KEY ("customerId") REFERENCES customer(id) ON DELETE CASCADE',
    'constraint efi_recommendation_experiment ck_efi_recommendation_experiment_share CHECK (((share > (0)::double precision) AND (share < (1)::double precision)))',
    'constraint efi_recommendation_experiment fk_efi_recommendation_experiment_challenger FOREIGN KEY ("challengerId") REFERENCES efi_recommendation_model(id)',
    'constraint efi_recommendation_hidden fk_efi_recommendation_hidden_customer FOREIGN KEY ("customerId") REFERENCES customer(id) ON DELETE CASCADE',
    'constraint efi_recommendation_hidden fk_efi_recommendation_hidden_product FOREIGN KEY ("productId") REFERENCES product(id) ON DELETE CASCADE',
    'constraint efi_recommendation_model_part fk_efi_recommendation_model_part_model FOREIGN KEY ("modelId") REFERENCES efi_recommendation_model(id) ON DELETE CASCADE',
    'constraint product_variant_price efi_price_history_record TRIGGER DEFERRABLE INITIALLY DEFERRED',
    'function efi_payment_ledger_append_only()',
    'function efi_price_history_record()',
    'function efi_price_history_sync(integer,integer,character varying)',
    'function efi_stock_level_guard()',
    `index CREATE INDEX ix_efi_order_in_payment ON public."order" USING btree ("updatedAt") WHERE ((state)::text = 'ArrangingPayment'::text)`,
    `index CREATE INDEX ix_efi_price_offer_until ON public.product_variant_price USING btree (((("customFieldsEfioffer" ->> 'until'::text))::bigint)) WHERE ("customFieldsEfioffer" IS NOT NULL)`,
    `index CREATE INDEX ix_efi_price_sale_from ON public.product_variant_price USING btree (((("customFieldsEfioffer" ->> 'from'::text))::bigint)) WHERE (("customFieldsEfioffer" ->> 'isSale'::text) = 'true'::text)`,
    'index CREATE INDEX ix_efi_rest_customer_changed ON public.customer USING btree ("updatedAt", id)',
    'index CREATE INDEX ix_efi_rest_order_changed ON public."order" USING btree ("updatedAt", id)',
    'index CREATE INDEX ix_efi_rest_product_changed ON public.product USING btree ("updatedAt", id)',
    'index CREATE INDEX ix_efi_rest_product_variant_changed ON public.product_variant USING btree ("updatedAt", id)',
    'index CREATE UNIQUE INDEX ux_efi_recommendation_experiment_running ON public.efi_recommendation_experiment USING btree ((true)) WHERE ("endedAt" IS NULL)',
    'trigger efi_payment_ledger_append_only on efi_payment_ledger',
    'trigger efi_price_history_record on product_variant_price',
    'trigger efi_stock_level_guard on stock_level',
];
