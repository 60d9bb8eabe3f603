import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { KillSwitch } from '../settings/kill-switch';
import { Alerts } from './alerts';
import { ApprovalQueue } from './approval-queue';
import { Runs } from './runs';

/** What the engine does and did: whether it may, what waits for a person, and its runs. */
export function RunsPage() {
    return (
        <Page pageId="efi-pricing-runs">
            <PageTitle>
                <Trans>Pricing runs</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock column="full" blockId="switch">
                    <KillSwitch />
                </PageBlock>
                <PageBlock column="full" blockId="alerts" title={<Trans>To look at</Trans>}>
                    <Alerts />
                </PageBlock>
                <PageBlock
                    column="full"
                    blockId="queue"
                    title={<Trans>Waiting for approval</Trans>}
                    description={
                        <Trans>
                            A price that somebody changed since it was proposed is left as it is, and said.
                        </Trans>
                    }
                >
                    <ApprovalQueue />
                </PageBlock>
                <PageBlock column="full" blockId="runs" title={<Trans>Runs</Trans>}>
                    <Runs />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
