import { Choice, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, PermissionGuard, toast } from '@vendure/dashboard';
import { type FormEvent, type ReactNode, useState } from 'react';
import { modes, modeUses, roundings } from '../shared/labels';
import { TextField } from '../shared/text-field';
import { useRefresh } from '../shared/use-admin-query';
import { type Settings, updateSettingsMutation } from './settings.graphql';

const limits = [
    'minMarginPercent',
    'floorPercentOfList',
    'ceilingPercentOfList',
    'maxChangePercentPerRun',
    'maxChangePercentPerDay',
] as const;

const names: Readonly<Record<(typeof limits)[number], ReactNode>> = {
    minMarginPercent: <Trans>Least margin over the cost, in %</Trans>,
    floorPercentOfList: <Trans>Floor, in % of the list price</Trans>,
    ceilingPercentOfList: <Trans>Ceiling, in % of the list price</Trans>,
    maxChangePercentPerRun: <Trans>Greatest change per run, in %</Trans>,
    maxChangePercentPerDay: <Trans>Greatest change per day, in %</Trans>,
};

export function SettingsForm({ settings }: { settings: Settings }) {
    const { t } = useLingui();
    const label = useLabel();
    const refresh = useRefresh();
    const [mode, setMode] = useState(settings.mode);
    const [rounding, setRounding] = useState(settings.guards.rounding);
    const [values, setValues] = useState<Readonly<Record<string, string>>>(
        Object.fromEntries(limits.map(name => [name, String(settings.guards[name])])),
    );
    const save = useMutation({
        mutationFn: async () => {
            const numbers = Object.fromEntries(limits.map(name => [name, Number(values[name])]));
            await api.mutate(updateSettingsMutation, {
                input: {
                    currencyCode: settings.currencyCode,
                    mode,
                    guards: { ...settings.guards, ...numbers, rounding },
                },
            });
            await refresh();
        },
        onSuccess: () => toast.success(t`The settings are saved.`),
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        save.mutate();
    };
    return (
        <form noValidate onSubmit={submit} className="space-y-4">
            <div className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-4">
                <Choice label={<Trans>Mode</Trans>} labels={modes} value={mode} onChange={setMode} />
                {limits.map(name => (
                    <TextField
                        key={name}
                        type="number"
                        label={names[name]}
                        value={values[name] ?? ''}
                        onChange={value => setValues({ ...values, [name]: value })}
                    />
                ))}
                <Choice
                    label={<Trans>Rounding</Trans>}
                    labels={roundings}
                    value={rounding}
                    onChange={setRounding}
                />
            </div>
            <p className="text-sm text-muted-foreground">{label(modeUses, mode)}</p>
            {save.error && (
                <p role="alert" className="text-sm text-destructive">
                    {save.error.message}
                </p>
            )}
            <PermissionGuard requires={['ManageEfiPricing']}>
                <Button
                    type="submit"
                    disabled={save.isPending || limits.some(name => (values[name] ?? '').trim() === '')}
                >
                    <Trans>Save the settings</Trans>
                </Button>
            </PermissionGuard>
        </form>
    );
}
