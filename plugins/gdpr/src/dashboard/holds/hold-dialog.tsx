import { LoadFailed, Loading, ReasonDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { api, Input, Label } from '@vendure/dashboard';
import { useId, useState } from 'react';
import { entriesQuery } from '../record/record.graphql';
import { orFail } from '../shared/or-fail';
import { useAdminQuery, useRefresh } from '../shared/use-admin-query';
import { holdMutation } from './holds.graphql';

/** Keeps parts of a customer's data from being erased, until a day. */
export function HoldDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
    const { t } = useLingui();
    const id = useId();
    const refresh = useRefresh();
    const [parts, setParts] = useState<readonly string[]>([]);
    const [until, setUntil] = useState('');
    const toggle = (part: string) =>
        setParts(parts.includes(part) ? parts.filter(other => other !== part) : [...parts, part]);
    return (
        <ReasonDialog
            title={t`Hold data back`}
            description={
                <p>
                    <Trans>
                        An erasure seals these parts under a key of their own, which is destroyed when the day
                        comes. Who opens them has to say why.
                    </Trans>
                </p>
            }
            confirmLabel={t`Hold back`}
            onConfirm={async because => {
                if (until === '') {
                    throw new Error(t`Choose a day.`);
                }
                const input = { customerId, parts, because, until: new Date(until).toISOString() };
                orFail((await api.mutate(holdMutation, { input })).result);
                await refresh();
            }}
            onClose={onClose}
        >
            <PartChoices chosen={parts} onToggle={toggle} />
            <div className="space-y-2">
                <Label htmlFor={id}>
                    <Trans>Until</Trans>
                </Label>
                <Input
                    id={id}
                    type="date"
                    className="w-48 dark:scheme-dark"
                    value={until}
                    onChange={event => setUntil(event.target.value)}
                />
            </div>
        </ReasonDialog>
    );
}

function PartChoices({ chosen, onToggle }: { chosen: readonly string[]; onToggle: (part: string) => void }) {
    const { t } = useLingui();
    const entries = useAdminQuery(entriesQuery, {});
    if (entries.isPending) {
        return <Loading />;
    }
    if (entries.isError) {
        return <LoadFailed query={entries} />;
    }
    return (
        <fieldset className="max-h-48 space-y-2 overflow-y-auto rounded-md border p-3">
            <legend className="sr-only">{t`Parts`}</legend>
            {entries.data.efiProcessingEntries
                .filter(({ isFound }) => isFound)
                .map(({ part, holds }) => (
                    <label key={part} className="flex items-start gap-2 text-sm">
                        <input
                            type="checkbox"
                            className="mt-1 dark:scheme-dark"
                            checked={chosen.includes(part)}
                            onChange={() => onToggle(part)}
                        />
                        <span className="min-w-0">
                            {holds} <span className="font-mono text-xs text-muted-foreground">{part}</span>
                        </span>
                    </label>
                ))}
        </fieldset>
    );
}
