import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { DayCounts } from './day-counts';

/** How much is recorded of what shoppers do, and how much of it nobody agreed to have kept. */
export function BehaviourPage() {
    return (
        <Page pageId="efi-behaviour">
            <PageTitle>
                <Trans>Recorded behaviour</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="counts"
                    title={<Trans>The last 30 days</Trans>}
                    description={
                        <Trans>
                            Of acts without consent nothing is kept but their number. Days are in UTC.
                        </Trans>
                    }
                >
                    <DayCounts days={30} />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
