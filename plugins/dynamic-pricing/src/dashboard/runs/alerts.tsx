import { Age, LabelBadge, LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { alertKinds } from '../shared/labels';
import { useAdminQuery } from '../shared/use-admin-query';
import { alertsQuery } from './alerts.graphql';

/** What somebody should look at, the newest first. */
export function Alerts() {
    const alerts = useAdminQuery(alertsQuery, {});
    if (alerts.isPending) {
        return <Loading />;
    }
    if (alerts.isError) {
        return <LoadFailed query={alerts} />;
    }
    return alerts.data.efiPricingAlerts.length === 0 ? (
        <p className="text-sm text-muted-foreground">
            <Trans>Nothing.</Trans>
        </p>
    ) : (
        <ul className="space-y-2 text-sm">
            {alerts.data.efiPricingAlerts.map(({ kind, subject, at, count }) => (
                <li key={`${kind} ${subject}`} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                    <LabelBadge labels={alertKinds} word={kind} />
                    <span className="min-w-0 break-words">{subject}</span>
                    {count > 1 && <span className="tabular-nums">×{count}</span>}
                    <span className="text-xs text-muted-foreground">
                        <Age at={at} />
                    </span>
                </li>
            ))}
        </ul>
    );
}
