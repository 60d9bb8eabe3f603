import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { BehaviourPage } from './behaviour-page';

defineDashboardExtension({
    routes: [
        {
            path: '/behaviour',
            loader: () => ({ breadcrumb: () => <Trans>Recorded behaviour</Trans> }),
            navMenuItem: {
                id: 'efi-behaviour',
                // The menu looks its titles up as they are: the catalogues have them with an explicit id.
                title: 'Recorded behaviour',
                sectionId: 'marketing',
                requiresPermission: ['ReadEfiBehaviour'],
            },
            component: () => <BehaviourPage />,
        },
    ],
});
