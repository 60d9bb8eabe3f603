import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSignInCodes1795950000000 implements MigrationInterface {
    readonly name = 'CreateSignInCodes1795950000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_auth_sign_in_code (
                "codeHash" character varying NOT NULL,
                challenge character varying NOT NULL,
                audience character varying NOT NULL,
                "userId" integer NOT NULL,
                "isStrong" boolean NOT NULL,
                "expiresAt" timestamp with time zone NOT NULL,
                CONSTRAINT pk_efi_auth_sign_in_code PRIMARY KEY ("codeHash")
            )`);
        await queryRunner.query(
            'CREATE INDEX ix_efi_auth_sign_in_code_expiry ON efi_auth_sign_in_code ("expiresAt")',
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_auth_sign_in_code');
    }
}
