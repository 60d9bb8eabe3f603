import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Name of a trigger, its table, which columns are sealed, and which column leads to whom the rows belong. */
const TRIGGERS = [
    ['efi_gdpr_keep_spent_keys', 'history_entry', 'data', 'customer', 'customerId'],
    ['efi_gdpr_keep_spent_keys_of_order', 'history_entry', 'data', 'order', 'orderId'],
    ['efi_gdpr_keep_spent_keys', 'payment', '"errorMessage", metadata', 'order', 'orderId'],
    ['efi_gdpr_keep_spent_keys', 'refund', 'reason, metadata', 'payment', 'paymentId'],
    ['efi_gdpr_keep_spent_keys_of_note', 'order_modification', 'note', 'order', 'orderId'],
] as const;

/** Histories, notes and what providers say of payments are sealed as well: their keys are kept in mind, too. */
export class SealNotes1796486000000 implements MigrationInterface {
    readonly name = 'SealNotes1796486000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        for (const [name, table, columns, kind, owner] of TRIGGERS) {
            await queryRunner.query(
                `CREATE TRIGGER ${name} AFTER DELETE OR UPDATE OF ${columns} ON ${table}
                    FOR EACH ROW EXECUTE FUNCTION efi_gdpr_keep_spent_keys('${kind}', '${owner}')`,
            );
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const [name, table] of TRIGGERS) {
            await queryRunner.query(`DROP TRIGGER ${name} ON ${table}`);
        }
    }
}
