import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who put a model in place, and when that was decided. */
export class FraudModelDecisions1795795200000 implements MigrationInterface {
    readonly name = 'FraudModelDecisions1795795200000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            ALTER TABLE efi_fraud_model
              ADD COLUMN "decidedBy" character varying,
              ADD COLUMN "decidedAt" timestamp with time zone NOT NULL DEFAULT now()`);
        await queryRunner.query(`UPDATE efi_fraud_model SET "decidedAt" = "createdAt"`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(
            'ALTER TABLE efi_fraud_model DROP COLUMN "decidedBy", DROP COLUMN "decidedAt"',
        );
    }
}
