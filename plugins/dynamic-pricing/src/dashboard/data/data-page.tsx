import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle, PermissionGuard } from '@vendure/dashboard';
import { Feeds } from './feeds';
import { ImportForm } from './import-form';

/** What rules know from outside: costs and competitors' prices. */
export function DataPage() {
    return (
        <Page pageId="efi-pricing-data">
            <PageTitle>
                <Trans>Costs and competitors</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="feeds"
                    title={<Trans>Competitor feeds</Trans>}
                    description={
                        <Trans>
                            Fetched by the worker. A delivery that is empty, cut off or mostly bad is not
                            taken: the last good prices stay.
                        </Trans>
                    }
                >
                    <Feeds />
                </PageBlock>
                <PageBlock column="full" blockId="import" title={<Trans>Import a file</Trans>}>
                    <PermissionGuard requires={['ManageEfiPricing']}>
                        <ImportForm />
                    </PermissionGuard>
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
