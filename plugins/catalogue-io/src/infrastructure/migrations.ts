import type { MigrationClass } from '@efi/plugin-kit';
import { AddImportAttempts1796900000000 } from './add-import-attempts.migration';
import { CreateCatalogueIo1795881635821 } from './create-catalogue-io.migration';
import { CreateImportTrials1796900100000 } from './create-import-trials.migration';

/** The plugin's migrations, oldest first. */
export const catalogueIoMigrations: MigrationClass[] = [
    CreateCatalogueIo1795881635821,
    AddImportAttempts1796900000000,
    CreateImportTrials1796900100000,
];
