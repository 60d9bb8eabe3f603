import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RememberRotation1796620000000 implements MigrationInterface {
    readonly name = 'RememberRotation1796620000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(
            'ALTER TABLE efi_gdpr_sealing ADD COLUMN "rotatedAt" timestamp with time zone',
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('ALTER TABLE efi_gdpr_sealing DROP COLUMN "rotatedAt"');
    }
}
