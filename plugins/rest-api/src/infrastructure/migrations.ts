import type { MigrationClass } from '@efi/plugin-kit';
import { CreateRestApi1795814700000 } from './create-rest-api.migration';

/** The plugin's migrations, oldest first. */
export const restApiMigrations: MigrationClass[] = [CreateRestApi1795814700000];
