import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { CatalogueFilesPage } from './catalogue-files-page';

defineDashboardExtension({
    routes: [
        {
            path: '/catalogue-files',
            loader: () => ({ breadcrumb: () => <Trans>Import and export</Trans> }),
            navMenuItem: {
                id: 'efi-catalogue-files',
                // The menu looks its titles up as they are: the catalogues have them with an explicit id.
                title: 'Import and export',
                sectionId: 'catalog',
                order: 1000,
                requiresPermission: ['ReadCatalog', 'ReadProduct', 'EfiImportCatalogue'],
            },
            component: () => <CatalogueFilesPage />,
        },
    ],
});
