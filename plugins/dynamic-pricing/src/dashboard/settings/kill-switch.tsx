import { LabelBadge, LoadFailed, Loading, ReasonDialog, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Badge, Button, PermissionGuard, toast } from '@vendure/dashboard';
import { OctagonXIcon, PlayIcon } from 'lucide-react';
import { useState } from 'react';
import { modes, modeUses } from '../shared/labels';
import { CheckField } from '../shared/text-field';
import { useAdminQuery, useRefresh } from '../shared/use-admin-query';
import { resumeMutation, type Settings, settingsQuery, stopMutation } from './settings.graphql';

/** Whether prices are made at all, by currency, with the brake beside it. */
export function KillSwitch() {
    const settings = useAdminQuery(settingsQuery, {});
    if (settings.isPending) {
        return <Loading />;
    }
    if (settings.isError) {
        return <LoadFailed query={settings} />;
    }
    return (
        <ul className="divide-y">
            {settings.data.efiPricingSettings.map(one => (
                <li
                    key={one.currencyCode}
                    className="flex flex-wrap items-center justify-between gap-4 py-3 first:pt-0 last:pb-0"
                >
                    <State settings={one} />
                    <PermissionGuard requires={['ApproveEfiPrices']}>
                        {one.isStopped ? <Resume settings={one} /> : <Stop settings={one} />}
                    </PermissionGuard>
                </li>
            ))}
        </ul>
    );
}

function State({ settings: { currencyCode, mode, isStopped } }: { settings: Settings }) {
    const label = useLabel();
    return (
        <div role="status" className="min-w-0 space-y-1">
            <p className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{currencyCode}</span>
                {isStopped ? (
                    <Badge variant="destructive">
                        <Trans>Stopped</Trans>
                    </Badge>
                ) : (
                    <LabelBadge labels={modes} word={mode} />
                )}
            </p>
            <p className="text-sm text-muted-foreground">
                {isStopped ? (
                    <Trans>No run starts or goes on until somebody resumes.</Trans>
                ) : (
                    label(modeUses, mode)
                )}
            </p>
        </div>
    );
}

function Stop({ settings: { currencyCode } }: { settings: Settings }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const [isAsking, ask] = useState(false);
    const [restoreListPrices, setRestore] = useState(true);
    const stop = async (reason: string) => {
        const { stopEfiPricing: restored } = await api.mutate(stopMutation, {
            currencyCode,
            restoreListPrices,
            reason,
        });
        const count = plural(restored, {
            one: '# price went back to its list price.',
            other: '# prices went back to their list prices.',
        });
        toast.success(restoreListPrices ? count : t`Pricing is stopped. Prices stay as they are.`);
        await refresh();
    };
    return (
        <>
            <Button variant="destructive" onClick={() => ask(true)}>
                <OctagonXIcon className="size-4" />
                <Trans>Stop pricing…</Trans>
            </Button>
            {isAsking && (
                <ReasonDialog
                    title={t`Stop pricing in ${currencyCode}`}
                    description={
                        <Trans>
                            A run that goes on ends at once. Orders that reached payment keep their prices.
                        </Trans>
                    }
                    confirmLabel={t`Stop pricing`}
                    onConfirm={stop}
                    onClose={() => ask(false)}
                >
                    <CheckField
                        label={<Trans>Put all prices back to the list price, sales included</Trans>}
                        checked={restoreListPrices}
                        onChange={setRestore}
                    />
                </ReasonDialog>
            )}
        </>
    );
}

function Resume({ settings: { currencyCode } }: { settings: Settings }) {
    const refresh = useRefresh();
    const resume = useMutation({
        mutationFn: async () => {
            await api.mutate(resumeMutation, { currencyCode });
            await refresh();
        },
        onError: error => toast.error(error.message),
    });
    return (
        <Button disabled={resume.isPending} onClick={() => resume.mutate()}>
            <PlayIcon className="size-4" />
            <Trans>Resume pricing</Trans>
        </Button>
    );
}
