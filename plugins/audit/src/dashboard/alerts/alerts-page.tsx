import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { useAdminQuery } from '../shared/use-admin-query';
import { AlertTable } from './alert-table';
import { alertsQuery } from './alerts.graphql';

const HALF_A_MINUTE = 30_000;

/** What was found in the trail that somebody should look at. */
export function AlertsPage() {
    return (
        <Page pageId="efi-audit-alerts">
            <PageTitle>
                <Trans>Audit alerts</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="alerts"
                    description={
                        <Trans>
                            Patterns in the audit trail of all channels, shown in the default channel. Those
                            that nobody has looked at come first.
                        </Trans>
                    }
                >
                    <AlertList />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}

function AlertList() {
    const alerts = useAdminQuery(alertsQuery, { take: 100 }, HALF_A_MINUTE);
    if (alerts.isPending) {
        return <Loading />;
    }
    return alerts.isError ? (
        <LoadFailed query={alerts} />
    ) : (
        <AlertTable alerts={alerts.data.efiAuditAlerts} />
    );
}
