import { PersonalData } from '@efi/plugin-kit';
import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { CatalogueAdminResolver } from './api/catalogue-admin.resolver';
import { ExportController } from './api/export.controller';
import { importCatalogue } from './api/permissions';
import { adminSchema } from './api/schema';
import { CATALOGUE_IO_OPTIONS, type CatalogueIoOptions } from './catalogue-io.options';
import { catalogueEntities } from './infrastructure/catalogue-run.entity';
import { ExportCatalogue } from './infrastructure/export-catalogue';
import { ImportFiles } from './infrastructure/import-files';
import { ImportQueue } from './infrastructure/import-queue';
import { RunImport } from './infrastructure/run-import';
import { WriteBatch } from './infrastructure/write-batch';
import { personalData } from './personal-data';

/**
 * Imports products from CSV and JSON Lines, and exports them so. Needs `catalogueIoMigrations` among the application's migrations.
 *
 * @example
 * ```ts
 * plugins: [CatalogueIoPlugin.init()],
 * ```
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: catalogueEntities,
    providers: [
        { provide: CATALOGUE_IO_OPTIONS, useFactory: () => CatalogueIoPlugin.options },
        ImportFiles,
        WriteBatch,
        RunImport,
        ImportQueue,
        ExportCatalogue,
    ],
    controllers: [ExportController],
    adminApiExtensions: { schema: adminSchema, resolvers: [CatalogueAdminResolver] },
    configuration: config => {
        config.authOptions.customPermissions.push(importCatalogue);
        return config;
    },
    dashboard: '../src/dashboard/index.tsx',
    compatibility: '^3.7.0',
})
export class CatalogueIoPlugin {
    static options: CatalogueIoOptions = {};

    static init(options: CatalogueIoOptions = {}): Type<CatalogueIoPlugin> {
        CatalogueIoPlugin.options = options;
        return CatalogueIoPlugin;
    }
}
