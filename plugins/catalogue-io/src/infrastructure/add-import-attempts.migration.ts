import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who carries out an import. */
export class AddImportAttempts1796900000000 implements MigrationInterface {
    readonly name = 'AddImportAttempts1796900000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('ALTER TABLE efi_catalogue_run ADD attempt integer NOT NULL DEFAULT 0');
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('ALTER TABLE efi_catalogue_run DROP attempt');
    }
}
