import { plural } from '@lingui/core/macro';
import { api, type DashboardAlertDefinition } from '@vendure/dashboard';
import { waitingQuery } from './alerts.graphql';

/** Under the bell: how many alerts nobody has looked at. Not for those who may not see them. */
export const waitingAlert: DashboardAlertDefinition<number> = {
    id: 'efi-audit-alerts',
    severity: 'error',
    title: count =>
        plural(count, {
            one: '# alert about the audit trail',
            other: '# alerts about the audit trail',
        }),
    check: async () => (await api.query(waitingQuery, {})).efiAuditAlertsWaiting,
    shouldShow: count => count > 0,
    recheckInterval: 60_000,
};
