import { Choice, FormDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { api, Input, Label, toast } from '@vendure/dashboard';
import { useId, useState } from 'react';
import { modelsQuery } from '../models/models.graphql';
import { placements } from '../shared/labels';
import { useAdminQuery, useRefresh } from '../shared/use-admin-query';
import { startExperimentMutation } from './results.graphql';

/** Asks what to compare, where, and on how many shoppers. */
export function StartExperimentDialog({ onClose }: { onClose: () => void }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const models = useAdminQuery(modelsQuery, {});
    const [placement, setPlacement] = useState('');
    const [challenger, setChallenger] = useState('');
    const [percent, setPercent] = useState('50');
    const share = Number(percent) / 100;
    const start = async () => {
        const input = { placement: placement || null, challengerId: challenger || null, share };
        await api.mutate(startExperimentMutation, { input });
        await refresh();
        toast.success(t`The experiment runs.`);
    };
    const [challengerField, shareField] = [useId(), useId()];
    const others = models.data?.efiRecommendationModels.filter(
        ({ isKept, state }) => isKept && state !== 'IN_PLACE',
    );
    return (
        <FormDialog
            title={<Trans>Start an experiment</Trans>}
            description={<Trans>Only shoppers who agreed to be counted take part.</Trans>}
            confirmLabel={<Trans>Start</Trans>}
            isComplete={share > 0 && share < 1}
            onConfirm={start}
            onClose={onClose}
        >
            <Choice
                label={<Trans>Placement</Trans>}
                labels={placements}
                value={placement}
                none={<Trans>All placements</Trans>}
                onChange={setPlacement}
            />
            <div className="space-y-2">
                <Label htmlFor={challengerField}>
                    <Trans>Challenger</Trans>
                </Label>
                <select
                    id={challengerField}
                    value={challenger}
                    onChange={event => setChallenger(event.target.value)}
                    className="block h-9 w-full rounded-md border border-input bg-background px-2 text-sm"
                >
                    <option value="">{t`Popularity`}</option>
                    {others?.map(({ id }) => (
                        <option key={id} value={id}>
                            {t`Model ${id}`}
                        </option>
                    ))}
                </select>
            </div>
            <div className="space-y-2">
                <Label htmlFor={shareField}>
                    <Trans>Shoppers who see the challenger, in %</Trans>
                </Label>
                <Input
                    id={shareField}
                    type="number"
                    min="1"
                    max="99"
                    className="dark:scheme-dark"
                    value={percent}
                    onChange={event => setPercent(event.target.value)}
                />
            </div>
        </FormDialog>
    );
}
