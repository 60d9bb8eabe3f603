import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['efi_payment_intent', 'efi_payment_review'];

/** Why a payment is in quarantine, as facts that screens put into words. Sentences from before stay as they are. */
export class AddQuarantineFacts1795400300000 implements MigrationInterface {
    readonly name = 'AddQuarantineFacts1795400300000';

    async up(queryRunner: QueryRunner): Promise<void> {
        for (const table of TABLES) {
            await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN "quarantineFacts" jsonb`);
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const table of TABLES) {
            await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN "quarantineFacts"`);
        }
    }
}
