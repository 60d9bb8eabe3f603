import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLES } from './application-roles';

/** What was found in the trail. Not part of it: alerts are counted up, acknowledged, and go after a year. */
export class CreateAuditAlerts1795880400000 implements MigrationInterface {
    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_audit.alert (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                pattern text NOT NULL,
                user_id text,
                address text,
                at timestamptz NOT NULL DEFAULT clock_timestamp(),
                last_at timestamptz NOT NULL,
                last_entry bigint NOT NULL,
                count int NOT NULL,
                message text,
                acknowledged_at timestamptz,
                acknowledged_by text
            );
            CREATE INDEX ON efi_audit.alert (pattern, at);`);
        const roles = (await queryRunner.query(APPLICATION_ROLES)) as Array<{ role: string }>;
        for (const { role } of roles) {
            await queryRunner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON efi_audit.alert TO ${role}`);
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE IF EXISTS efi_audit.alert');
    }
}
