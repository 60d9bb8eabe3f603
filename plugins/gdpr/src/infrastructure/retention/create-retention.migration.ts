import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateRetention1796482000000 implements MigrationInterface {
    readonly name = 'CreateRetention1796482000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_gdpr_retention_run (
                id bigserial NOT NULL,
                rule character varying NOT NULL,
                days integer NOT NULL,
                "isDryRun" boolean NOT NULL,
                "startedAt" timestamp with time zone NOT NULL,
                "endedAt" timestamp with time zone,
                due integer NOT NULL,
                done integer NOT NULL DEFAULT 0,
                problem character varying,
                CONSTRAINT pk_efi_gdpr_retention_run PRIMARY KEY (id)
            )`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_gdpr_retention_run');
    }
}

export const retentionMigrations = [CreateRetention1796482000000];
