import { plural } from '@lingui/core/macro';
import { api, type DashboardAlertDefinition } from '@vendure/dashboard';
import { alertsQuery } from './alerts.graphql';

/** Under the bell: how much in pricing waits for a look. Not for those who may not see it. */
export const pricingAlert: DashboardAlertDefinition<number> = {
    id: 'efi-pricing-alerts',
    severity: 'warning',
    title: count =>
        plural(count, {
            one: 'Pricing: # thing to look at',
            other: 'Pricing: # things to look at',
        }),
    check: async () => (await api.query(alertsQuery, {})).efiPricingAlerts.length,
    shouldShow: count => count > 0,
    recheckInterval: 60_000,
};
