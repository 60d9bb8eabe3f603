import { ReasonDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, toast } from '@vendure/dashboard';
import { PlayIcon, Undo2Icon } from 'lucide-react';
import { useState } from 'react';
import { CurrencyChoice, useCurrency } from '../shared/currency-choice';
import { useRefresh } from '../shared/use-admin-query';
import { cancelRunMutation, rollBackMutation, type Run, startRunMutation } from './runs.graphql';

export function StartRun() {
    const refresh = useRefresh();
    const currency = useCurrency();
    const start = useMutation({
        mutationFn: async () => {
            const { startEfiPricingRun: started } = await api.mutate(startRunMutation, {
                currencyCode: currency.currency,
            });
            if (started.__typename === 'EfiPricingNotStartedError') {
                throw new Error(started.message);
            }
            await refresh();
        },
        onError: error => toast.error(error.message),
    });
    return (
        <div className="flex flex-wrap items-end gap-4">
            <CurrencyChoice {...currency} />
            <Button disabled={start.isPending} onClick={() => start.mutate()}>
                <PlayIcon className="size-4" />
                <Trans>Run now</Trans>
            </Button>
        </div>
    );
}

export function CancelRun({ run }: { run: Run }) {
    const refresh = useRefresh();
    const cancel = useMutation({
        mutationFn: async () => {
            await api.mutate(cancelRunMutation, { id: run.id });
            await refresh();
        },
        onError: error => toast.error(error.message),
    });
    return (
        <Button variant="outline" size="sm" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
            <Trans>Cancel the run</Trans>
        </Button>
    );
}

export function RollBackRun({ run }: { run: Run }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const [isAsking, ask] = useState(false);
    const rollBack = async (reason: string) => {
        const { rollBackEfiPricingRun: outcome } = await api.mutate(rollBackMutation, { id: run.id, reason });
        toast.success(
            plural(outcome.changed, { one: '# price is put back.', other: '# prices are put back.' }),
        );
        if (outcome.overtaken > 0) {
            toast.warning(
                plural(outcome.overtaken, {
                    one: '# price was left, since somebody changed it meanwhile.',
                    other: '# prices were left, since somebody changed them meanwhile.',
                }),
            );
        }
        await refresh();
    };
    return (
        <>
            <Button variant="outline" size="sm" onClick={() => ask(true)}>
                <Undo2Icon className="size-4" />
                <Trans>Roll back…</Trans>
            </Button>
            {isAsking && (
                <ReasonDialog
                    title={t`Roll run #${run.id} back`}
                    description={
                        <Trans>
                            Its prices go back to what they were before it. Prices that somebody changed since
                            are left.
                        </Trans>
                    }
                    confirmLabel={t`Roll back`}
                    onConfirm={rollBack}
                    onClose={() => ask(false)}
                />
            )}
        </>
    );
}
