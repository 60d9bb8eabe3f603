import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { Models } from './models';
import { TrainingNow } from './training-now';

/** What was trained, how good it is, and what answers. */
export function ModelsPage() {
    return (
        <Page pageId="efi-recommendation-models">
            <PageTitle>
                <Trans>Recommendation models</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="training"
                    title={<Trans>Training</Trans>}
                    description={
                        <Trans>
                            Each night by itself. A model takes over only when it beats popularity and is no
                            worse than the one in place.
                        </Trans>
                    }
                >
                    <TrainingNow />
                </PageBlock>
                <PageBlock column="full" blockId="models" title={<Trans>Models, the latest first</Trans>}>
                    <Models />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
