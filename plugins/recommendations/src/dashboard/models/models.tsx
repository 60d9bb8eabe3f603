import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useAdminQuery } from '../shared/use-admin-query';
import { ModelCard } from './model-card';
import { modelsQuery } from './models.graphql';

/** The card of the model in place, or else the latest, stands open. */
export function Models() {
    const models = useAdminQuery(modelsQuery, {});
    if (models.isPending) {
        return <Loading />;
    }
    if (models.isError) {
        return <LoadFailed query={models} />;
    }
    const all = models.data.efiRecommendationModels;
    const first = all.find(({ state }) => state === 'IN_PLACE') ?? all[0];
    return all.length === 0 ? (
        <p className="text-sm text-muted-foreground">
            <Trans>No model was trained yet: lists come from what sells.</Trans>
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
