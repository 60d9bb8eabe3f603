import { plural } from '@lingui/core/macro';
import { api, type DashboardAlertDefinition } from '@vendure/dashboard';
import { quarantineCountQuery } from '../shared/payments.graphql';

/** Under the bell: how many payments wait for a person. Not for those who may not see payments. */
export const quarantineAlert: DashboardAlertDefinition<number> = {
    id: 'efi-payment-quarantine',
    severity: 'warning',
    title: count =>
        plural(count, {
            one: '# payment waits for a decision',
            other: '# payments wait for a decision',
        }),
    check: async () => (await api.query(quarantineCountQuery, {})).efiPaymentIntents.totalItems,
    shouldShow: count => count > 0,
    recheckInterval: 60_000,
};
