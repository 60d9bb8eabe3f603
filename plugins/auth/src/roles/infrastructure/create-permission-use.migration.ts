import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePermissionUse1795842000000 implements MigrationInterface {
    readonly name = 'CreatePermissionUse1795842000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_auth_permission_use (
                "userId" integer NOT NULL,
                permission character varying NOT NULL,
                "lastUsedAt" timestamp with time zone NOT NULL,
                CONSTRAINT pk_efi_auth_permission_use PRIMARY KEY ("userId", permission)
            )`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_auth_permission_use');
    }
}
