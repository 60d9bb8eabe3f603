import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAuthSessions1795839000000 implements MigrationInterface {
    readonly name = 'CreateAuthSessions1795839000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_auth_session_detail (
                "sessionId" integer NOT NULL,
                browser character varying,
                system character varying,
                kind character varying NOT NULL,
                address character varying,
                "lastUsedAt" timestamp with time zone NOT NULL,
                CONSTRAINT pk_efi_auth_session_detail PRIMARY KEY ("sessionId"),
                CONSTRAINT fk_efi_auth_session_detail_session FOREIGN KEY ("sessionId")
                    REFERENCES session(id) ON DELETE CASCADE
            )`);
        await queryRunner.query(`
            CREATE TABLE efi_auth_known_device (
                "userId" integer NOT NULL,
                "deviceHash" character varying NOT NULL,
                "lastSeenAt" timestamp with time zone NOT NULL,
                CONSTRAINT pk_efi_auth_known_device PRIMARY KEY ("userId", "deviceHash"),
                CONSTRAINT fk_efi_auth_known_device_user FOREIGN KEY ("userId")
                    REFERENCES "user"(id) ON DELETE CASCADE
            )`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_auth_known_device');
        await queryRunner.query('DROP TABLE efi_auth_session_detail');
    }
}
