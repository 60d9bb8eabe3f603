import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
    `CREATE TABLE efi_catalogue_run (
        id serial NOT NULL,
        "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
        "startedAt" timestamp with time zone,
        "endedAt" timestamp with time zone,
        state character varying NOT NULL,
        "fileName" character varying NOT NULL,
        format character varying NOT NULL,
        "dryRun" boolean NOT NULL,
        "channelId" integer NOT NULL,
        "languageCode" character varying NOT NULL,
        bytes integer NOT NULL DEFAULT 0,
        "bytesRead" integer NOT NULL DEFAULT 0,
        position integer NOT NULL DEFAULT 0,
        created integer NOT NULL DEFAULT 0,
        updated integer NOT NULL DEFAULT 0,
        unchanged integer NOT NULL DEFAULT 0,
        refused integer NOT NULL DEFAULT 0,
        "problemCount" integer NOT NULL DEFAULT 0,
        error text,
        CONSTRAINT pk_efi_catalogue_run PRIMARY KEY (id)
    )`,
    'CREATE INDEX ix_efi_catalogue_run_channel ON efi_catalogue_run ("channelId", "createdAt")',
    `CREATE TABLE efi_catalogue_chunk (
        "runId" integer NOT NULL,
        position integer NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT pk_efi_catalogue_chunk PRIMARY KEY ("runId", position)
    )`,
    `CREATE TABLE efi_catalogue_problem (
        id serial NOT NULL,
        "runId" integer NOT NULL,
        line integer NOT NULL,
        reason text NOT NULL,
        "isWarning" boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_efi_catalogue_problem PRIMARY KEY (id)
    )`,
    'CREATE INDEX ix_efi_catalogue_problem_run ON efi_catalogue_problem ("runId", line)',
];

export class CreateCatalogueIo1795881635821 implements MigrationInterface {
    readonly name = 'CreateCatalogueIo1795881635821';

    async up(queryRunner: QueryRunner): Promise<void> {
        for (const statement of STATEMENTS) {
            await queryRunner.query(statement);
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const table of ['problem', 'chunk', 'run']) {
            await queryRunner.query(`DROP TABLE efi_catalogue_${table}`);
        }
    }
}
