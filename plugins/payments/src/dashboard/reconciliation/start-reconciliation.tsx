import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, Input, Label } from '@vendure/dashboard';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { gatewaysQuery } from '../shared/gateways.graphql';
import { useAdminQuery } from '../shared/use-admin-query';
import { JobProgress } from './job-progress';
import { startReconciliationMutation } from './reconciliation.graphql';

/** Compares now, rather than at night: with one provider or all, by default what was not compared yet. */
export function StartReconciliation() {
    const gateways = useAdminQuery(gatewaysQuery, {});
    const [gateway, setGateway] = useState('');
    const [from, setFrom] = useState('');
    const [to, setTo] = useState('');
    const start = useMutation({
        mutationFn: async () => {
            const period = from && to ? { from: atMidnight(from), to: atMidnight(to) } : {};
            const input = { ...(gateway ? { gateway } : {}), ...period };
            const { startEfiReconciliation: job } = await api.mutate(startReconciliationMutation, { input });
            return job.id;
        },
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        start.mutate();
    };
    const provider = useId();
    // Both ends of a period, or none.
    const isHalf = (from === '') !== (to === '');
    const isBackwards = !isHalf && from !== '' && from >= to;
    return (
        <form noValidate onSubmit={submit} className="space-y-4">
            <div className="flex flex-wrap items-end gap-4">
                <div className="space-y-2">
                    <Label htmlFor={provider}>
                        <Trans>Provider</Trans>
                    </Label>
                    <select
                        id={provider}
                        value={gateway}
                        onChange={event => setGateway(event.target.value)}
                        className="block h-9 rounded-md border border-input bg-background px-2 text-sm"
                    >
                        <option value="">
                            <Trans>All</Trans>
                        </option>
                        {gateways.data?.efiPaymentGateways.map(({ name }) => (
                            <option key={name}>{name}</option>
                        ))}
                    </select>
                </div>
                <DayField label={<Trans>From</Trans>} value={from} onChange={setFrom} />
                <DayField label={<Trans>To, not included</Trans>} value={to} onChange={setTo} />
                <Button type="submit" disabled={start.isPending || isHalf || isBackwards}>
                    <Trans>Compare now</Trans>
                </Button>
            </div>
            <p role="status" className="text-xs text-muted-foreground">
                {isHalf ? (
                    <Trans>Choose both days, or none.</Trans>
                ) : isBackwards ? (
                    <Trans>The second day has to come after the first.</Trans>
                ) : (
                    <Trans>Without days: everything that was not compared yet.</Trans>
                )}
            </p>
            {start.error && (
                <p role="alert" className="text-sm text-destructive">
                    {start.error.message}
                </p>
            )}
            {start.data && <JobProgress key={start.data} id={start.data} />}
        </form>
    );
}

function DayField({
    label,
    value,
    onChange,
}: {
    label: ReactNode;
    value: string;
    onChange: (day: string) => void;
}) {
    const field = useId();
    return (
        <div className="space-y-2">
            <Label htmlFor={field}>{label}</Label>
            <Input
                id={field}
                type="date"
                className="dark:scheme-dark"
                value={value}
                onChange={event => onChange(event.target.value)}
            />
        </div>
    );
}

/** The beginning of a day on the reader's clock, in ISO 8601. */
function atMidnight(day: string): string {
    return new Date(`${day}T00:00`).toISOString();
}
