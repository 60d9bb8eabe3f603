import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What dry runs would have written. */
export class CreateImportTrials1796900100000 implements MigrationInterface {
    readonly name = 'CreateImportTrials1796900100000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_catalogue_trial (
                "runId" integer NOT NULL,
                line integer NOT NULL,
                keys text[] NOT NULL,
                product text NOT NULL,
                CONSTRAINT pk_efi_catalogue_trial PRIMARY KEY ("runId", line)
            )`);
        await queryRunner.query(
            'CREATE INDEX ix_efi_catalogue_trial_keys ON efi_catalogue_trial USING gin (keys)',
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_catalogue_trial');
    }
}
