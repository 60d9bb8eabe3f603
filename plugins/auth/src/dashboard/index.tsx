import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { LoginCode } from './login-code';
import { SecurityPage } from './security-page';

defineDashboardExtension({
    login: { afterForm: { component: LoginCode } },
    routes: [
        {
            path: '/security',
            loader: () => ({ breadcrumb: () => <Trans>Security</Trans> }),
            navMenuItem: {
                id: 'efi-security',
                // The menu looks its titles up as they are: the catalogues have them with an explicit id.
                title: 'Security',
                sectionId: 'settings',
                order: 1000,
            },
            component: () => <SecurityPage />,
        },
    ],
});
