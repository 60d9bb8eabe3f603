import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person may have put right, as it was when that was asked for. */
export class RememberRectified1796720000000 implements MigrationInterface {
    readonly name = 'RememberRectified1796720000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('ALTER TABLE efi_gdpr_request ADD "sealedBefore" text');
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('ALTER TABLE efi_gdpr_request DROP COLUMN "sealedBefore"');
    }
}
