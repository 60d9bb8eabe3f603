import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePasskeys1795866000000 implements MigrationInterface {
    readonly name = 'CreatePasskeys1795866000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_auth_passkey (
                id SERIAL NOT NULL,
                "userId" integer NOT NULL,
                "credentialId" character varying NOT NULL,
                "publicKey" bytea NOT NULL,
                counter bigint NOT NULL,
                transports character varying array NOT NULL,
                "isBackedUp" boolean NOT NULL,
                name character varying NOT NULL,
                "createdAt" timestamp with time zone NOT NULL,
                "lastUsedAt" timestamp with time zone,
                CONSTRAINT pk_efi_auth_passkey PRIMARY KEY (id),
                CONSTRAINT fk_efi_auth_passkey_user FOREIGN KEY ("userId")
                    REFERENCES "user"(id) ON DELETE CASCADE
            )`);
        await queryRunner.query(
            'CREATE UNIQUE INDEX ux_efi_auth_passkey_credential ON efi_auth_passkey ("credentialId")',
        );
        await queryRunner.query('CREATE INDEX ix_efi_auth_passkey_user ON efi_auth_passkey ("userId")');
        await queryRunner.query(`
            CREATE TABLE efi_auth_passkey_challenge (
                "challengeHash" character varying NOT NULL,
                purpose character varying NOT NULL,
                "userId" integer,
                "expiresAt" timestamp with time zone NOT NULL,
                CONSTRAINT pk_efi_auth_passkey_challenge PRIMARY KEY ("challengeHash")
            )`);
        await queryRunner.query(
            'CREATE INDEX ix_efi_auth_passkey_challenge_expiry ON efi_auth_passkey_challenge ("expiresAt")',
        );
        // Vendure keeps the rows of accounts that are deleted: a foreign key does not hear of it.
        await queryRunner.query(`
            CREATE FUNCTION efi_auth_passkeys_of_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                DELETE FROM efi_auth_passkey WHERE "userId" = NEW.id;
                RETURN NULL;
            END $$`);
        await queryRunner.query(`
            CREATE TRIGGER efi_auth_passkeys_of_deleted AFTER UPDATE OF "deletedAt" ON "user"
            FOR EACH ROW WHEN (NEW."deletedAt" IS NOT NULL)
            EXECUTE FUNCTION efi_auth_passkeys_of_deleted()`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TRIGGER efi_auth_passkeys_of_deleted ON "user"');
        await queryRunner.query('DROP FUNCTION efi_auth_passkeys_of_deleted()');
        await queryRunner.query('DROP TABLE efi_auth_passkey_challenge');
        await queryRunner.query('DROP TABLE efi_auth_passkey');
    }
}
