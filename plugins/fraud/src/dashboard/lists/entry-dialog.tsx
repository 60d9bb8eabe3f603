import { Choice, FormDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { api, Input, Label, toast } from '@vendure/dashboard';
import { type ReactNode, useId, useState } from 'react';
import { listKinds, listVerdicts } from '../shared/labels';
import { useRefresh } from '../shared/use-admin-query';
import { addEntryMutation } from './lists.graphql';

const empty = { kind: 'EMAIL', value: '', verdict: 'BLOCK', note: '', until: '' };

/** Puts somebody on a list. An entry for the same takes the place of the one before. */
export function EntryDialog({ onClose }: { onClose: () => void }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const [{ until, ...form }, setForm] = useState(empty);
    const set = (change: Partial<typeof empty>) => setForm({ ...form, until, ...change });
    const add = async () => {
        const expiresAt = until === '' ? null : new Date(until).toISOString();
        await api.mutate(addEntryMutation, { input: { ...form, expiresAt } });
        await refresh();
        toast.success(t`The entry is kept.`);
    };
    return (
        <FormDialog
            title={<Trans>New entry</Trans>}
            description={<Trans>In force at once. An entry for the same value is replaced.</Trans>}
            confirmLabel={<Trans>Put on the list</Trans>}
            isComplete={form.value.trim() !== '' && form.note.trim() !== ''}
            onConfirm={add}
            onClose={onClose}
        >
            <div className="grid gap-4 sm:grid-cols-2">
                <Choice
                    label={<Trans>Kind</Trans>}
                    labels={listKinds}
                    value={form.kind}
                    onChange={kind => set({ kind })}
                />
                <Choice
                    label={<Trans>What happens</Trans>}
                    labels={listVerdicts}
                    value={form.verdict}
                    onChange={verdict => set({ verdict })}
                />
            </div>
            <TextField
                label={<Trans>Value</Trans>}
                hint={hints[form.kind]}
                value={form.value}
                onChange={value => set({ value })}
            />
            <TextField
                label={<Trans>Reason</Trans>}
                hint={<Trans>Kept with your name, for those who look at it later.</Trans>}
                value={form.note}
                onChange={note => set({ note })}
            />
            <TextField
                label={<Trans>Until (or no end)</Trans>}
                type="datetime-local"
                value={until}
                onChange={moment => set({ until: moment })}
            />
        </FormDialog>
    );
}

const hints: Readonly<Record<string, ReactNode>> = {
    EMAIL: <Trans>Upper and lower case and tags such as +shop do not matter.</Trans>,
    CUSTOMER: <Trans>The number of the customer, as in the address of their page.</Trans>,
    DEVICE: <Trans>The random id that the storefront gave the browser.</Trans>,
    NETWORK: <Trans>An IP address: its whole network is meant, and many people share one.</Trans>,
};

function TextField({
    label,
    hint,
    type = 'text',
    value,
    onChange,
}: {
    label: ReactNode;
    hint?: ReactNode;
    type?: 'text' | 'datetime-local';
    value: string;
    onChange: (value: string) => void;
}) {
    const id = useId();
    return (
        <div className="space-y-2">
            <Label htmlFor={id}>{label}</Label>
            <Input
                id={id}
                type={type}
                className="dark:scheme-dark"
                value={value}
                onChange={event => onChange(event.target.value)}
            />
            {hint && <p className="text-xs text-muted-foreground">{hint}</p>}
        </div>
    );
}
