import { Choice } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import {
    api,
    Button,
    Dialog,
    DialogContent,
    DialogDescription,
    DialogFooter,
    DialogHeader,
    DialogTitle,
    Input,
    Label,
    toast,
} from '@vendure/dashboard';
import { type FormEvent, useId, useState } from 'react';
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
    const start = useMutation({
        mutationFn: () =>
            api.mutate(startExperimentMutation, {
                input: { placement: placement || null, challengerId: challenger || null, share },
            }),
        onSuccess: async () => {
            await refresh();
            toast.success(t`The experiment runs.`);
            onClose();
        },
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        start.mutate();
    };
    const [challengerField, shareField] = [useId(), useId()];
    const others = models.data?.efiRecommendationModels.filter(
        ({ isKept, state }) => isKept && state !== 'IN_PLACE',
    );
    return (
        <Dialog open onOpenChange={isOpen => !isOpen && !start.isPending && onClose()}>
            <DialogContent>
                <form noValidate onSubmit={submit} className="space-y-4">
                    <DialogHeader>
                        <DialogTitle>
                            <Trans>Start an experiment</Trans>
                        </DialogTitle>
                        <DialogDescription>
                            <Trans>Only shoppers who agreed to be counted take part.</Trans>
                        </DialogDescription>
                    </DialogHeader>
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
                    {start.error && (
                        <p role="alert" className="text-sm text-destructive">
                            {start.error.message}
                        </p>
                    )}
                    <DialogFooter>
                        <Button type="button" variant="outline" disabled={start.isPending} onClick={onClose}>
                            <Trans>Cancel</Trans>
                        </Button>
                        <Button type="submit" disabled={start.isPending || !(share > 0 && share < 1)}>
                            <Trans>Start</Trans>
                        </Button>
                    </DialogFooter>
                </form>
            </DialogContent>
        </Dialog>
    );
}
