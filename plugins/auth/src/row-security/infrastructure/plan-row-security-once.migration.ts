import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The functions of policies that read tables, as expressions. */
const FUNCTIONS = [
    ['efi_row_customer', 'integer', `(SELECT id FROM customer WHERE "userId" = efi_row_user())`],
    [
        'efi_row_orders',
        'integer[]',
        `ARRAY(
            SELECT id FROM "order" WHERE "customerId" = efi_row_customer()
            UNION SELECT id FROM "order" WHERE id = ANY (efi_row_orders_shown())
            UNION SELECT id FROM "order" WHERE "aggregateOrderId" = ANY (efi_row_orders_shown()))`,
    ],
    [
        'efi_row_customers_shown',
        'integer[]',
        `ARRAY(SELECT "customerId" FROM "order" WHERE id = ANY (efi_row_orders_shown()))`,
    ],
    [
        'efi_row_payments',
        'integer[]',
        `ARRAY(SELECT id FROM payment WHERE "orderId" = ANY (efi_row_orders()))`,
    ],
] as const;

/**
 * Has PostgreSQL plan what policies ask once for each connection. A function in SQL is planned for each statement,
 * which is most of what a statement on a small part of a guarded table costs.
 */
export class PlanRowSecurityOnce1795871000000 implements MigrationInterface {
    readonly name = 'PlanRowSecurityOnce1795871000000';

    up(queryRunner: QueryRunner): Promise<void> {
        return replace(queryRunner, 'plpgsql', expression => `BEGIN RETURN ${expression}; END`);
    }

    down(queryRunner: QueryRunner): Promise<void> {
        return replace(queryRunner, 'sql', expression => `SELECT ${expression}`);
    }
}

async function replace(
    queryRunner: QueryRunner,
    language: 'sql' | 'plpgsql',
    bodyOf: (expression: string) => string,
): Promise<void> {
    for (const [name, type, expression] of FUNCTIONS) {
        await queryRunner.query(`
            CREATE OR REPLACE FUNCTION ${name}() RETURNS ${type}
                LANGUAGE ${language} STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
                ${bodyOf(expression)} $$`);
    }
}
