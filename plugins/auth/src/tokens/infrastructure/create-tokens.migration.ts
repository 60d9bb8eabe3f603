import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ends the tokens of an account whatever changed it, in the same transaction: Vendure's own services keep sessions
 * when a password or roles change. The sessions that no token is bound to are left to Vendure.
 */
const END_TOKENS = `
    CREATE FUNCTION efi_auth_end_tokens(account integer) RETURNS void LANGUAGE sql AS $$
        DELETE FROM session s
         WHERE s."userId" = account
           AND EXISTS (SELECT FROM efi_auth_token_family f WHERE f."sessionId" = s.id)
    $$`;

const TRIGGERS = [
    `CREATE FUNCTION efi_auth_password_changed() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
         PERFORM efi_auth_end_tokens(NEW."userId");
         RETURN NULL;
     END $$`,
    `CREATE TRIGGER efi_auth_password_changed AFTER UPDATE OF "passwordHash" ON authentication_method
     FOR EACH ROW WHEN (OLD."passwordHash" IS DISTINCT FROM NEW."passwordHash")
     EXECUTE FUNCTION efi_auth_password_changed()`,
    `CREATE FUNCTION efi_auth_roles_changed() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
         PERFORM efi_auth_end_tokens(COALESCE(NEW."userId", OLD."userId"));
         RETURN NULL;
     END $$`,
    `CREATE TRIGGER efi_auth_roles_changed AFTER INSERT OR DELETE ON user_roles_role
     FOR EACH ROW EXECUTE FUNCTION efi_auth_roles_changed()`,
    `CREATE FUNCTION efi_auth_permissions_changed() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
         PERFORM efi_auth_end_tokens(u."userId") FROM user_roles_role u WHERE u."roleId" = NEW.id;
         RETURN NULL;
     END $$`,
    `CREATE TRIGGER efi_auth_permissions_changed AFTER UPDATE OF permissions ON role
     FOR EACH ROW WHEN (OLD.permissions IS DISTINCT FROM NEW.permissions)
     EXECUTE FUNCTION efi_auth_permissions_changed()`,
    `CREATE FUNCTION efi_auth_account_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
         PERFORM efi_auth_end_tokens(NEW.id);
         RETURN NULL;
     END $$`,
    `CREATE TRIGGER efi_auth_account_deleted AFTER UPDATE OF "deletedAt" ON "user"
     FOR EACH ROW WHEN (NEW."deletedAt" IS NOT NULL)
     EXECUTE FUNCTION efi_auth_account_deleted()`,
];

const UNDO = [
    'DROP TRIGGER efi_auth_account_deleted ON "user"',
    'DROP TRIGGER efi_auth_permissions_changed ON role',
    'DROP TRIGGER efi_auth_roles_changed ON user_roles_role',
    'DROP TRIGGER efi_auth_password_changed ON authentication_method',
    'DROP FUNCTION efi_auth_account_deleted()',
    'DROP FUNCTION efi_auth_permissions_changed()',
    'DROP FUNCTION efi_auth_roles_changed()',
    'DROP FUNCTION efi_auth_password_changed()',
    'DROP FUNCTION efi_auth_end_tokens(integer)',
    'DROP TABLE efi_auth_token_family',
    'DROP TABLE efi_auth_signing_key',
];

export class CreateTokens1795833900000 implements MigrationInterface {
    readonly name = 'CreateTokens1795833900000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_auth_signing_key (
                kid character varying NOT NULL,
                "createdAt" timestamp with time zone NOT NULL,
                "publicJwk" jsonb NOT NULL,
                "sealedPrivateKey" text NOT NULL,
                CONSTRAINT pk_efi_auth_signing_key PRIMARY KEY (kid)
            )`);
        await queryRunner.query(`
            CREATE TABLE efi_auth_token_family (
                id uuid NOT NULL,
                "sessionId" integer NOT NULL,
                audience character varying NOT NULL,
                "currentHash" character varying NOT NULL,
                "previousHash" character varying,
                "refreshedAt" timestamp with time zone NOT NULL,
                CONSTRAINT pk_efi_auth_token_family PRIMARY KEY (id),
                CONSTRAINT fk_efi_auth_token_family_session FOREIGN KEY ("sessionId")
                    REFERENCES session(id) ON DELETE CASCADE
            )`);
        await queryRunner.query(
            'CREATE UNIQUE INDEX ux_efi_auth_token_family_session ON efi_auth_token_family ("sessionId")',
        );
        for (const statement of [END_TOKENS, ...TRIGGERS]) {
            await queryRunner.query(statement);
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const statement of UNDO) {
            await queryRunner.query(statement);
        }
    }
}
