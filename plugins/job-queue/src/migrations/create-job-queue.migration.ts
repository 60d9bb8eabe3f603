import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The queue and its buffer. The names of the primary keys are those that TypeORM derives from the entities. */
export class CreateJobQueue1764633600000 implements MigrationInterface {
    readonly name = 'CreateJobQueue1764633600000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE "efi_job" (
                "id" SERIAL NOT NULL CONSTRAINT "PK_0e48af5a7005f5b9704abdeedef" PRIMARY KEY,
                "createdAt" TIMESTAMP NOT NULL DEFAULT now(),
                "updatedAt" TIMESTAMP NOT NULL DEFAULT now(),
                "queueName" character varying NOT NULL,
                "data" json NOT NULL,
                "state" character varying NOT NULL,
                "progress" integer NOT NULL DEFAULT 0,
                "result" json,
                "error" text,
                "startedAt" TIMESTAMP WITH TIME ZONE,
                "settledAt" TIMESTAMP WITH TIME ZONE,
                "isSettled" boolean NOT NULL DEFAULT false,
                "retries" integer NOT NULL DEFAULT 0,
                "attempts" integer NOT NULL DEFAULT 0,
                "workerDeaths" integer NOT NULL DEFAULT 0,
                "heldUntil" TIMESTAMP WITH TIME ZONE,
                "leaseToken" uuid,
                "heldBy" text
            );
            CREATE INDEX "efi_job_open" ON "efi_job" ("queueName", "createdAt", "id") WHERE "isSettled" = false;
            CREATE INDEX "efi_job_settled" ON "efi_job" ("settledAt") WHERE "isSettled" = true;
            CREATE INDEX "efi_job_lease" ON "efi_job" ("leaseToken") WHERE "leaseToken" IS NOT NULL;

            CREATE TABLE "efi_job_buffer" (
                "id" SERIAL NOT NULL CONSTRAINT "PK_d1be7ca1e7f913cd300a492cb1c" PRIMARY KEY,
                "createdAt" TIMESTAMP NOT NULL DEFAULT now(),
                "updatedAt" TIMESTAMP NOT NULL DEFAULT now(),
                "bufferId" character varying NOT NULL,
                "queueName" character varying NOT NULL,
                "data" json NOT NULL,
                "retries" integer NOT NULL DEFAULT 0
            );
            CREATE INDEX "efi_job_buffer_id" ON "efi_job_buffer" ("bufferId", "id");
        `);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP TABLE "efi_job_buffer"; DROP TABLE "efi_job";`);
    }
}
