import {
    ConfirmDialog,
    LabelBadge,
    LoadFailed,
    Loading,
    Moment,
    RecordTable,
    useLabel,
} from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, PermissionGuard, toast } from '@vendure/dashboard';
import { useState } from 'react';
import { listKinds, listVerdicts } from '../shared/labels';
import { useAdminQuery, useRefresh } from '../shared/use-admin-query';
import { entriesQuery, type ListEntry, removeEntryMutation } from './lists.graphql';

export function EntryTable() {
    const label = useLabel();
    const [leaving, setLeaving] = useState<ListEntry>();
    const entries = useAdminQuery(entriesQuery, {});
    if (entries.isPending) {
        return <Loading />;
    }
    if (entries.isError) {
        return <LoadFailed query={entries} />;
    }
    return (
        <>
            <RecordTable
                rows={entries.data.efiFraudListEntries}
                none={<Trans>Nobody is on a list.</Trans>}
                columns={[
                    {
                        title: <Trans>Who</Trans>,
                        cell: ({ kind, hint }) => (
                            <>
                                <span className="block font-medium">{hint}</span>
                                <span className="text-xs text-muted-foreground">
                                    {label(listKinds, kind.toUpperCase())}
                                </span>
                            </>
                        ),
                    },
                    {
                        title: <Trans>What happens</Trans>,
                        cell: ({ verdict }) => <LabelBadge labels={listVerdicts} word={verdict} />,
                    },
                    {
                        title: <Trans>Until</Trans>,
                        cell: ({ expiresAt }) =>
                            expiresAt ? <Moment at={expiresAt} /> : <Trans>no end</Trans>,
                    },
                    {
                        title: <Trans>Why</Trans>,
                        cell: ({ note }) => <p className="max-w-80 min-w-40 whitespace-normal">{note}</p>,
                    },
                    { title: <Trans>Since</Trans>, cell: ({ createdAt }) => <Moment at={createdAt} /> },
                    {
                        title: null,
                        cell: entry => (
                            <PermissionGuard requires={['EfiManageFraud']}>
                                <Button variant="ghost" size="sm" onClick={() => setLeaving(entry)}>
                                    <Trans>Remove…</Trans>
                                </Button>
                            </PermissionGuard>
                        ),
                    },
                ]}
            />
            {leaving && <RemoveDialog entry={leaving} onClose={() => setLeaving(undefined)} />}
        </>
    );
}

function RemoveDialog({ entry: { id, hint }, onClose }: { entry: ListEntry; onClose: () => void }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const remove = useMutation({
        mutationFn: async () => {
            await api.mutate(removeEntryMutation, { id });
            await refresh();
        },
        onSuccess: () => {
            toast.success(t`The entry is removed.`);
            onClose();
        },
    });
    return (
        <ConfirmDialog
            title={t`Remove the entry`}
            confirmLabel={t`Remove`}
            isDestructive
            action={remove}
            onClose={onClose}
        >
            <p>
                <Trans>
                    From now on rules and scores decide about {hint}. To put it on the list again, the whole
                    value is needed.
                </Trans>
            </p>
        </ConfirmDialog>
    );
}
