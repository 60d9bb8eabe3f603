import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle, PermissionGuard } from '@vendure/dashboard';
import { Discrepancies } from './discrepancies';
import { ReconciliationRuns } from './reconciliation-runs';
import { StartReconciliation } from './start-reconciliation';

/** The ledger against providers' own books: what differs, and what was compared. */
export function ReconciliationPage() {
    return (
        <Page pageId="efi-payment-reconciliation">
            <PageTitle>
                <Trans>Reconciliation</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock column="full" blockId="start">
                    <PermissionGuard requires={['ManageEfiPayments']}>
                        <StartReconciliation />
                    </PermissionGuard>
                </PageBlock>
                <PageBlock column="full" blockId="discrepancies" title={<Trans>Discrepancies</Trans>}>
                    <Discrepancies />
                </PageBlock>
                <PageBlock column="full" blockId="runs" title={<Trans>Comparisons</Trans>}>
                    <ReconciliationRuns />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
