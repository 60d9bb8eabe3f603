import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { useAdminQuery } from '../shared/use-admin-query';
import { Fairness } from './fairness';
import { ModelCard } from './model-card';
import { modelsQuery } from './models.graphql';
import { TrainingNow } from './training-now';

/** What was trained, how good it is, what scores, and how groups of customers fare. */
export function ModelsPage() {
    return (
        <Page pageId="efi-fraud-models">
            <PageTitle>
                <Trans>Fraud models and figures</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="training"
                    title={<Trans>Training</Trans>}
                    description={
                        <Trans>
                            A model takes over only when it beats the rules alone and the one in place. It
                            scores in all channels.
                        </Trans>
                    }
                >
                    <TrainingNow />
                </PageBlock>
                <PageBlock
                    column="full"
                    blockId="fairness"
                    title={<Trans>How groups fare</Trans>}
                    description={
                        <Trans>In the last 90 days, whatever decided. Also among what turned out good.</Trans>
                    }
                >
                    <Fairness />
                </PageBlock>
                <PageBlock column="full" blockId="models" title={<Trans>Models, the latest first</Trans>}>
                    <Models />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}

/** The card of the model in place, or else the latest, stands open. */
function Models() {
    const models = useAdminQuery(modelsQuery, {});
    if (models.isPending) {
        return <Loading />;
    }
    if (models.isError) {
        return <LoadFailed query={models} />;
    }
    const all = models.data.efiFraudModels;
    const first = all.find(({ state }) => state === 'IN_PLACE') ?? all[0];
    return all.length === 0 ? (
        <p className="text-sm text-muted-foreground">
            <Trans>No model was trained yet: rules alone decide.</Trans>
        </p>
    ) : (
        <ul className="divide-y">
            {all.map(model => (
                <li key={model.id} className="py-3 first:pt-0 last:pb-0">
                    <ModelCard model={model} isOpen={model === first} />
                </li>
            ))}
        </ul>
    );
}
