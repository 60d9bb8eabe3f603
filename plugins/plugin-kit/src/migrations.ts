import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A TypeORM migration as a plugin exports it. The class name ends in a timestamp in milliseconds
 * (`PriceHistory1764633600000`): TypeORM orders by it and records the name, so neither ever changes.
 */
export type MigrationClass = new () => MigrationInterface;

/**
 * The migration that takes a plugin's schema out again: the `down` of each of its migrations, newest first.
 * Add it to the application's list in place of the plugin's own migrations when the plugin goes.
 *
 * @param name - Class name with a timestamp later than the plugin's last migration.
 * @param migrations - What the plugin exports, in any order.
 *
 * @example
 * ```ts
 * export const migrations = [
 *     ...priceHistoryMigrations,
 *     uninstallMigration('RemovePriceHistory1790000000000', priceHistoryMigrations),
 * ];
 * ```
 */
export function uninstallMigration(name: string, migrations: readonly MigrationClass[]): MigrationClass {
    const installed = migrations.map(Migration => new Migration()).sort(byTimestamp);
    return class implements MigrationInterface {
        readonly name = name;

        async up(queryRunner: QueryRunner): Promise<void> {
            for (const migration of [...installed].reverse()) {
                await migration.down(queryRunner);
            }
        }

        async down(queryRunner: QueryRunner): Promise<void> {
            for (const migration of installed) {
                await migration.up(queryRunner);
            }
        }
    };
}

/**
 * Makes a new table one that the application may read and append to, and never change: takes UPDATE, DELETE and
 * TRUNCATE from every role that default privileges gave them, the owner apart. Triggers that run as the owner still
 * may. Call it in the migration that creates the table.
 *
 * @param table - Name of a table in the current schema: lower-case letters, digits and underscores.
 */
export async function revokeChanges(queryRunner: QueryRunner, table: string): Promise<void> {
    const grantees = (await queryRunner.query(
        `SELECT DISTINCT quote_ident(pg_get_userbyid(acl.grantee)) AS role
           FROM pg_class c, aclexplode(c.relacl) acl
          WHERE c.oid = $1::regclass AND acl.grantee NOT IN (0, c.relowner)`,
        [table],
    )) as Array<{ role: string }>;
    for (const { role } of grantees) {
        await queryRunner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM ${role}`);
    }
}

function byTimestamp(a: MigrationInterface, b: MigrationInterface): number {
    return timestampOf(a) - timestampOf(b);
}

function timestampOf(migration: MigrationInterface): number {
    const name = migration.name ?? migration.constructor.name;
    return Number(name.slice(-13));
}
