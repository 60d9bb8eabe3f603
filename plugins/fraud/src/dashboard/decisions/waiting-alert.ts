import { plural } from '@lingui/core/macro';
import { api, type DashboardAlertDefinition } from '@vendure/dashboard';
import { waitingQuery } from '../shared/decisions.graphql';

/** Under the bell: how many reviews and appeals wait for a person. Not for those who may not see them. */
export const waitingAlert: DashboardAlertDefinition<number> = {
    id: 'efi-fraud-waiting',
    severity: 'warning',
    title: count =>
        plural(count, {
            one: '# order waits for a decision about fraud',
            other: '# orders wait for a decision about fraud',
        }),
    check: async () => {
        const { open, appeals } = await api.query(waitingQuery, {});
        return open.totalItems + appeals.totalItems;
    },
    shouldShow: count => count > 0,
    recheckInterval: 60_000,
};
