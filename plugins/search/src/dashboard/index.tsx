import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { ArrangementPage } from './arrangement-page';
import { SearchPage } from './search-page';

defineDashboardExtension({
    routes: [
        {
            path: '/search-rules',
            loader: () => ({ breadcrumb: () => <Trans>Search</Trans> }),
            navMenuItem: {
                id: 'efi-search-rules',
                // The menu looks its titles up as they are: the catalogues have them with an explicit id.
                title: 'Search',
                sectionId: 'catalog',
                order: 900,
                requiresPermission: ['ReadCatalog', 'ReadProduct'],
            },
            component: () => <SearchPage />,
        },
        {
            path: '/search-rules/$id',
            loader: () => ({
                breadcrumb: [
                    { path: '/search-rules', label: <Trans>Search</Trans> },
                    <Trans>Pinned products</Trans>,
                ],
            }),
            component: route => (
                <ArrangementPage id={route.useParams({ select: (params: { id: string }) => params.id })} />
            ),
        },
    ],
});
