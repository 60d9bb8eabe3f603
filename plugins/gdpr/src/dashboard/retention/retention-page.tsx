import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle, PermissionGuard } from '@vendure/dashboard';
import { useAdminQuery } from '../shared/use-admin-query';
import { retentionQuery } from './retention.graphql';
import { RuleTable } from './rule-table';
import { RunNow } from './run-now';
import { RunTable } from './run-table';

const A_MINUTE = 60_000;

/** What goes by itself when nobody uses it any more, and what went. */
export function RetentionPage() {
    return (
        <Page pageId="efi-retention">
            <PageTitle>
                <Trans>Retention</Trans>
            </PageTitle>
            <Retention />
        </Page>
    );
}

function Retention() {
    const retention = useAdminQuery(retentionQuery, { take: 60 }, A_MINUTE);
    if (retention.isPending) {
        return <Loading />;
    }
    if (retention.isError) {
        return <LoadFailed query={retention} />;
    }
    const { efiRetentionRules: rules, efiRetentionRuns: runs } = retention.data;
    return (
        <PageLayout>
            <PageBlock
                column="full"
                blockId="rules"
                title={<Trans>Rules</Trans>}
                description={
                    <Trans>
                        Applied each hour. Their days are set where the shop is configured; other data is kept
                        as long as the processing record says.
                    </Trans>
                }
            >
                <div className="space-y-6">
                    <RuleTable rules={rules} runs={runs} />
                    <PermissionGuard requires={['ManageEfiPrivacy']}>
                        <RunNow />
                    </PermissionGuard>
                </div>
            </PageBlock>
            <PageBlock column="full" blockId="reports" title={<Trans>Reports</Trans>}>
                <RunTable runs={runs} />
            </PageBlock>
        </PageLayout>
    );
}
