import { plural } from '@lingui/core/macro';
import { api, type DashboardAlertDefinition } from '@vendure/dashboard';
import { requestsQuery } from './requests.graphql';

const THREE_DAYS = 3 * 24 * 60 * 60_000;

/** Under the bell: how many requests have to be answered within three days, or should have been. */
export const overdueAlert: DashboardAlertDefinition<number> = {
    id: 'efi-privacy-overdue',
    severity: 'error',
    title: count =>
        plural(count, {
            one: '# privacy request is due within three days',
            other: '# privacy requests are due within three days',
        }),
    check: async () => {
        const options = { dueBefore: new Date(Date.now() + THREE_DAYS).toISOString(), take: 1 };
        return (await api.query(requestsQuery, { options })).efiPrivacyRequests.totalItems;
    },
    shouldShow: count => count > 0,
    recheckInterval: 10 * 60_000,
};
