import type { MigrationClass } from '@efi/plugin-kit';

/** The plugin's migrations, oldest first. */
export const authMigrations: MigrationClass[] = [];
