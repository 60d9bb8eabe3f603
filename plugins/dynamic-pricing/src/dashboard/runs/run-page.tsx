import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Button, Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { useState } from 'react';
import { useAdminQuery } from '../shared/use-admin-query';
import { DecisionTable } from './decision-table';
import { decisionsQuery } from './runs.graphql';

const STEP = 20;
const MOST = 100;

/** What one run decided, each price with its trace in words. */
export function RunPage({ id }: { id: string }) {
    return (
        <Page pageId="efi-pricing-run">
            <PageTitle>
                <Trans>Run #{id}</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock column="full" blockId="decisions" title={<Trans>Decisions</Trans>}>
                    <Decisions runId={id} />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}

function Decisions({ runId }: { runId: string }) {
    const [take, setTake] = useState(STEP);
    const decisions = useAdminQuery(decisionsQuery, { runId, take });
    if (decisions.isPending) {
        return <Loading />;
    }
    if (decisions.isError) {
        return <LoadFailed query={decisions} />;
    }
    const { items, totalItems: total } = decisions.data.efiPriceDecisions;
    const shown = items.length;
    return (
        <>
            <DecisionTable decisions={items} />
            {shown < Math.min(total, MOST) && (
                <Button
                    variant="outline"
                    size="sm"
                    className="mt-4"
                    onClick={() => setTake(Math.min(MOST, take + STEP))}
                >
                    <Trans>
                        Show more ({shown} of {total})
                    </Trans>
                </Button>
            )}
        </>
    );
}
