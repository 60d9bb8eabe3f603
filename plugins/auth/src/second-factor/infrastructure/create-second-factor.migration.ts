import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSecondFactor1795842300000 implements MigrationInterface {
    readonly name = 'CreateSecondFactor1795842300000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_auth_second_factor (
                "userId" integer NOT NULL,
                "sealedSecret" text NOT NULL,
                "confirmedAt" timestamp with time zone,
                "lastStep" integer NOT NULL DEFAULT 0,
                CONSTRAINT pk_efi_auth_second_factor PRIMARY KEY ("userId"),
                CONSTRAINT fk_efi_auth_second_factor_user FOREIGN KEY ("userId")
                    REFERENCES "user"(id) ON DELETE CASCADE
            )`);
        await queryRunner.query(`
            CREATE TABLE efi_auth_recovery_code (
                "userId" integer NOT NULL,
                "codeHash" character varying NOT NULL,
                CONSTRAINT pk_efi_auth_recovery_code PRIMARY KEY ("userId", "codeHash"),
                CONSTRAINT fk_efi_auth_recovery_code_factor FOREIGN KEY ("userId")
                    REFERENCES efi_auth_second_factor("userId") ON DELETE CASCADE
            )`);
        await queryRunner.query(`
            CREATE TABLE efi_auth_second_factor_proof (
                "sessionId" integer NOT NULL,
                "provenAt" timestamp with time zone NOT NULL,
                CONSTRAINT pk_efi_auth_second_factor_proof PRIMARY KEY ("sessionId"),
                CONSTRAINT fk_efi_auth_second_factor_proof_session FOREIGN KEY ("sessionId")
                    REFERENCES session(id) ON DELETE CASCADE
            )`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_auth_second_factor_proof');
        await queryRunner.query('DROP TABLE efi_auth_recovery_code');
        await queryRunner.query('DROP TABLE efi_auth_second_factor');
    }
}
