import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { Experiments } from './experiments';
import { PlacementOutcomes } from './placement-outcomes';

/** What each placement achieves, by model, and what is being compared. */
export function ResultsPage() {
    return (
        <Page pageId="efi-recommendations">
            <PageTitle>
                <Trans>Recommendation results</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="placements"
                    title={<Trans>Placements</Trans>}
                    description={
                        <Trans>
                            Of the lists that were shown to people who agreed to be counted, with 95 %
                            confidence. A purchase within a day of the click counts.
                        </Trans>
                    }
                >
                    <PlacementOutcomes />
                </PageBlock>
                <PageBlock
                    column="full"
                    blockId="experiments"
                    title={<Trans>Experiments</Trans>}
                    description={
                        <Trans>
                            A share of the shoppers sees a challenger; each of them stays on one side. There
                            is a difference where 0 is not in its interval.
                        </Trans>
                    }
                >
                    <Experiments />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
