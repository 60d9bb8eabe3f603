import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAuthLimits1795834200000 implements MigrationInterface {
    readonly name = 'CreateAuthLimits1795834200000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_auth_limit (
                key character varying(255) NOT NULL,
                points integer NOT NULL DEFAULT 0,
                expire bigint,
                CONSTRAINT pk_efi_auth_limit PRIMARY KEY (key)
            )`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_auth_limit');
    }
}
