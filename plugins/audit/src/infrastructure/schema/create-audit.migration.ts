import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLES } from './application-roles';
import { createFunctions } from './functions';
import { createTables } from './tables';

const GIVEN_BY_THE_APPLICATION =
    'class, user_id, actor_kind, request_id, channel_id, action, resource_type, resource_id, status, before, after, detail, address, client';

/** The trail: a schema of its own, since its partitions come and go by the calendar and its rights are its own. */
export class CreateAudit1795867200000 implements MigrationInterface {
    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(createTables);
        await queryRunner.query(createFunctions);
        await queryRunner.query('SELECT efi_audit.make_partitions(6)');
        const roles = (await queryRunner.query(APPLICATION_ROLES)) as Array<{ role: string }>;
        for (const { role } of roles) {
            await queryRunner.query(`
                GRANT USAGE ON SCHEMA efi_audit TO ${role};
                GRANT SELECT ON ALL TABLES IN SCHEMA efi_audit TO ${role};
                GRANT INSERT (${GIVEN_BY_THE_APPLICATION}) ON efi_audit.entry TO ${role};
                GRANT INSERT (number, payload, signature) ON efi_audit.anchor TO ${role};
                GRANT INSERT (ok, report) ON efi_audit.verification TO ${role};
                GRANT USAGE ON SEQUENCE efi_audit.entry_id TO ${role};`);
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP SCHEMA efi_audit CASCADE');
    }
}
