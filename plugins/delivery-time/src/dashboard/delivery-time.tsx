import { adminQueries, LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, Input, Label, toast, usePermissions } from '@vendure/dashboard';
import { useState } from 'react';
import { deliveryTimeMutation, deliveryTimeQuery, type DeliveryTimeInput } from './delivery-time.graphql';

const { useAdminQuery, useRefresh } = adminQueries('efi-delivery-time');

/** How long a shipping method takes, of which shops make dates. */
export function DeliveryTime({ methodId }: { methodId: string }) {
    const query = useAdminQuery(deliveryTimeQuery, { methodId });
    if (query.isPending) {
        return <Loading />;
    }
    if (query.isError) {
        return <LoadFailed query={query} />;
    }
    return (
        <DeliveryTimeForm
            key={methodId}
            methodId={methodId}
            initial={query.data.shippingMethod?.efiDeliveryTime ?? null}
        />
    );
}

function DeliveryTimeForm({ methodId, initial }: { methodId: string; initial: DeliveryTimeInput | null }) {
    const { t } = useLingui();
    const { hasPermissions } = usePermissions();
    const refresh = useRefresh();
    const [values, setValues] = useState({
        min: initial ? String(initial.minWorkingDays) : '',
        max: initial ? String(initial.maxWorkingDays) : '',
        orderBy: initial?.orderBy ?? '',
    });
    const change = useMutation({
        mutationFn: () => api.mutate(deliveryTimeMutation, { methodId, time: timeOf(values) }),
        onSuccess: async () => {
            toast.success(t`The delivery time is kept.`);
            await refresh();
        },
        onError: ({ message }) => toast.error(t`This could not be kept.`, { description: message }),
    });
    const fields = [
        { name: 'min', label: t`Working days, at least`, type: 'number' },
        { name: 'max', label: t`Working days, at most`, type: 'number' },
        { name: 'orderBy', label: t`Ordered by`, type: 'time' },
    ] as const;
    const mayChange = hasPermissions(['UpdateSettings']) || hasPermissions(['UpdateShippingMethod']);
    // No form of its own: it stands in the one of the page.
    return (
        <div className="space-y-4">
            <p className="text-sm text-muted-foreground">
                <Trans>
                    Shops show from when to when an order arrives. What is ordered later than the time of day,
                    by the clock of whoever is delivered to, counts as of the next working day. Without days
                    no date is shown.
                </Trans>
            </p>
            <div className="grid gap-4 sm:grid-cols-3">
                {fields.map(({ name, label, type }) => (
                    <div key={name} className="space-y-2">
                        <Label htmlFor={`efi-delivery-${name}`}>{label}</Label>
                        <Input
                            id={`efi-delivery-${name}`}
                            type={type}
                            min={type === 'number' ? 0 : undefined}
                            max={type === 'number' ? 250 : undefined}
                            value={values[name]}
                            onChange={event =>
                                setValues(before => ({ ...before, [name]: event.target.value }))
                            }
                        />
                    </div>
                ))}
            </div>
            <Button
                type="button"
                variant="outline"
                disabled={change.isPending || !mayChange}
                onClick={() => change.mutate()}
            >
                <Trans>Keep delivery time</Trans>
            </Button>
        </div>
    );
}

/** With one of the numbers alone, it is exactly that many days; without both nobody knows. */
function timeOf({ min, max, orderBy }: Readonly<Record<'min' | 'max' | 'orderBy', string>>) {
    const [first, last] = [min || max, max || min];
    return first === ''
        ? null
        : { minWorkingDays: Number(first), maxWorkingDays: Number(last), orderBy: orderBy || null };
}
