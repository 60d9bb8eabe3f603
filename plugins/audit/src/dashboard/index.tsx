import { Trans } from '@lingui/react/macro';
import { defineDashboardExtension } from '@vendure/dashboard';
import { AlertsPage } from './alerts/alerts-page';
import { waitingAlert } from './alerts/waiting-alert';
import { AuditTrailPage } from './entries/audit-trail-page';
import { resourceLinks } from './entries/resource-link';

defineDashboardExtension({
    routes: [
        {
            path: '/audit-trail',
            loader: () => ({ breadcrumb: () => <Trans>Audit trail</Trans> }),
            navMenuItem: {
                id: 'efi-audit-trail',
                // The menu looks its titles up as they are: the catalogues have them with an explicit id.
                title: 'Audit trail',
                sectionId: 'settings',
                order: 1030,
                requiresPermission: ['ReadEfiAudit'],
            },
            component: () => <AuditTrailPage />,
        },
        {
            path: '/audit-alerts',
            loader: () => ({ breadcrumb: () => <Trans>Audit alerts</Trans> }),
            navMenuItem: {
                id: 'efi-audit-alerts',
                title: 'Audit alerts',
                sectionId: 'settings',
                order: 1040,
                requiresPermission: ['ReadEfiAudit'],
            },
            component: () => <AlertsPage />,
        },
    ],
    actionBarItems: resourceLinks,
    alerts: [waitingAlert],
});
