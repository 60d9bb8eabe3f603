import type { MigrationClass } from '@efi/plugin-kit';
import { CreateSearchIndex1795854600000 } from './create-search-index.migration';
import { CreateSearchWords1795857600000 } from './create-search-words.migration';

/** The plugin's migrations, oldest first. */
export const searchMigrations: MigrationClass[] = [
    CreateSearchIndex1795854600000,
    CreateSearchWords1795857600000,
];
