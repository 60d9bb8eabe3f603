import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Vendure saves an administrator by taking all roles away and giving them again, in one transaction. What was taken is
 * kept in a setting until the transaction ends: a role that comes back is not new, and one that is still gone at the end
 * was taken.
 */
const UP = [
    'DROP TRIGGER efi_auth_roles_changed ON user_roles_role',
    'DROP FUNCTION efi_auth_roles_changed()',
    `CREATE FUNCTION efi_auth_keep_taken_role() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
         PERFORM set_config('efi_auth.taken_roles',
             concat(current_setting('efi_auth.taken_roles', true), ' ', OLD."userId", ':', OLD."roleId", ' '), true);
         RETURN NULL;
     END $$`,
    `CREATE TRIGGER efi_auth_keep_taken_role AFTER DELETE ON user_roles_role
     FOR EACH ROW EXECUTE FUNCTION efi_auth_keep_taken_role()`,
    `CREATE FUNCTION efi_auth_role_given() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
         IF strpos(COALESCE(current_setting('efi_auth.taken_roles', true), ''),
                   concat(' ', NEW."userId", ':', NEW."roleId", ' ')) = 0 THEN
             PERFORM efi_auth_end_tokens(NEW."userId");
         END IF;
         RETURN NULL;
     END $$`,
    `CREATE TRIGGER efi_auth_role_given AFTER INSERT ON user_roles_role
     FOR EACH ROW EXECUTE FUNCTION efi_auth_role_given()`,
    `CREATE FUNCTION efi_auth_role_taken() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
         IF NOT EXISTS (SELECT FROM user_roles_role u
                         WHERE u."userId" = OLD."userId" AND u."roleId" = OLD."roleId") THEN
             PERFORM efi_auth_end_tokens(OLD."userId");
         END IF;
         RETURN NULL;
     END $$`,
    `CREATE CONSTRAINT TRIGGER efi_auth_role_taken AFTER DELETE ON user_roles_role
     DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION efi_auth_role_taken()`,
];

const DOWN = [
    'DROP TRIGGER efi_auth_role_taken ON user_roles_role',
    'DROP TRIGGER efi_auth_role_given ON user_roles_role',
    'DROP TRIGGER efi_auth_keep_taken_role ON user_roles_role',
    'DROP FUNCTION efi_auth_role_taken()',
    'DROP FUNCTION efi_auth_role_given()',
    'DROP FUNCTION efi_auth_keep_taken_role()',
    `CREATE FUNCTION efi_auth_roles_changed() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
         PERFORM efi_auth_end_tokens(COALESCE(NEW."userId", OLD."userId"));
         RETURN NULL;
     END $$`,
    `CREATE TRIGGER efi_auth_roles_changed AFTER INSERT OR DELETE ON user_roles_role
     FOR EACH ROW EXECUTE FUNCTION efi_auth_roles_changed()`,
];

/** Tokens end when roles have really changed, not when an administrator is saved with the same ones. */
export class RolesReallyChanged1795845600000 implements MigrationInterface {
    readonly name = 'RolesReallyChanged1795845600000';

    async up(queryRunner: QueryRunner): Promise<void> {
        for (const statement of UP) {
            await queryRunner.query(statement);
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const statement of DOWN) {
            await queryRunner.query(statement);
        }
    }
}
