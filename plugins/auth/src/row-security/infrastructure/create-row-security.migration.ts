import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the setting of a statement, `all` or `<user id>:<order ids>`, into what policies compare with. */
const FUNCTIONS = [
    `CREATE FUNCTION efi_row_user() RETURNS integer LANGUAGE sql STABLE AS $$
        SELECT nullif(substring(current_setting('efi.row_access', true) from '^([0-9]*):'), '')::integer $$`,
    `CREATE FUNCTION efi_row_orders_shown() RETURNS integer[] LANGUAGE sql STABLE AS $$
        SELECT string_to_array(
            nullif(substring(current_setting('efi.row_access', true) from ':(.*)$'), ''), ',')::integer[] $$`,
    // As the owner, or policies would ask each other in a circle.
    `CREATE FUNCTION efi_row_customer() RETURNS integer
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT id FROM customer WHERE "userId" = efi_row_user() $$`,
    `CREATE FUNCTION efi_row_orders() RETURNS integer[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT ARRAY(
            SELECT id FROM "order" WHERE "customerId" = efi_row_customer()
            UNION SELECT id FROM "order" WHERE id = ANY (efi_row_orders_shown())
            UNION SELECT id FROM "order" WHERE "aggregateOrderId" = ANY (efi_row_orders_shown())) $$`,
    `CREATE FUNCTION efi_row_customers_shown() RETURNS integer[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT ARRAY(SELECT "customerId" FROM "order" WHERE id = ANY (efi_row_orders_shown())) $$`,
    `CREATE FUNCTION efi_row_payments() RETURNS integer[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT ARRAY(SELECT id FROM payment WHERE "orderId" = ANY (efi_row_orders())) $$`,
];

/** A subquery is asked once a statement, and only when nothing before it holds. */
const EVERYTHING = `(SELECT current_setting('efi.row_access', true) = 'all')`;
const OWN_CUSTOMER = '(SELECT efi_row_customer())';
const OWN_ORDERS = 'ANY ((SELECT efi_row_orders())::integer[])';
const ORDERS_SHOWN = 'ANY ((SELECT efi_row_orders_shown())::integer[])';
/** Vendure writes some rows before it says whose they are, in the same transaction. */
const JUST_WRITTEN = `"createdAt" = now()::timestamp`;

/** By table: which of its rows belong to a shopper. */
const POLICIES: Readonly<Record<string, string>> = {
    customer: `"userId" = (SELECT efi_row_user()) OR id = ANY ((SELECT efi_row_customers_shown())::integer[])`,
    address: `"customerId" = ${OWN_CUSTOMER} OR ("customerId" IS NULL AND ${JUST_WRITTEN})`,
    order: `"customerId" = ${OWN_CUSTOMER} OR id = ${ORDERS_SHOWN} OR "aggregateOrderId" = ${ORDERS_SHOWN}`,
    payment: `"orderId" = ${OWN_ORDERS} OR ("orderId" IS NULL AND ${JUST_WRITTEN})`,
    refund: `"paymentId" = ANY ((SELECT efi_row_payments())::integer[])`,
    order_modification: `"orderId" = ${OWN_ORDERS}`,
    history_entry: `"orderId" = ${OWN_ORDERS} OR "customerId" = ${OWN_CUSTOMER}`,
};

/**
 * Row-level security for everybody but the owner of the tables. Who says nothing of who asks sees no row.
 */
export class CreateRowSecurity1795866900000 implements MigrationInterface {
    readonly name = 'CreateRowSecurity1795866900000';

    async up(queryRunner: QueryRunner): Promise<void> {
        for (const statement of FUNCTIONS) {
            await queryRunner.query(statement);
        }
        for (const [table, rows] of Object.entries(POLICIES)) {
            await queryRunner.query(
                `CREATE POLICY efi_row_access ON "${table}" USING (${EVERYTHING} OR ${rows})`,
            );
            await queryRunner.query(`ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY`);
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const table of Object.keys(POLICIES)) {
            await queryRunner.query(`ALTER TABLE "${table}" DISABLE ROW LEVEL SECURITY`);
            await queryRunner.query(`DROP POLICY efi_row_access ON "${table}"`);
        }
        for (const name of ['payments', 'customers_shown', 'orders', 'customer', 'orders_shown', 'user']) {
            await queryRunner.query(`DROP FUNCTION efi_row_${name}()`);
        }
    }
}
