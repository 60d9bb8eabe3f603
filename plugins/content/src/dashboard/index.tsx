import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { PanelsTopLeft } from 'lucide-react';
import { ContentPage } from './content-page';
import { ContentsPage } from './contents-page';

// The menu looks its titles up as they are: the catalogues have them with an explicit id.
defineDashboardExtension({
    navSections: [{ id: 'efi-content', title: 'Content', icon: PanelsTopLeft, order: 430 }],
    routes: [
        {
            path: '/content',
            loader: () => ({ breadcrumb: () => <Trans>Pages and menus</Trans> }),
            navMenuItem: {
                sectionId: 'efi-content',
                requiresPermission: ['ReadEfiContent'],
                id: 'efi-contents',
                title: 'Pages and menus',
                order: 100,
            },
            component: () => <ContentsPage />,
        },
        {
            path: '/content/$id',
            loader: ({ params }) => ({
                breadcrumb: [
                    { path: '/content', label: <Trans>Pages and menus</Trans> },
                    `#${(params as { id: string }).id}`,
                ],
            }),
            component: route => (
                <ContentPage id={route.useParams({ select: (params: { id: string }) => params.id })} />
            ),
        },
    ],
});
