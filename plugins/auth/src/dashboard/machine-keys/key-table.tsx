import { ConfirmDialog, LoadFailed, Loading, Moment, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Badge, Button, toast } from '@vendure/dashboard';
import { useState } from 'react';
import { Names } from '../shared/names';
import { useAdminQuery, useRefresh } from '../shared/use-admin-query';
import { keysQuery, type MachineKey, revokeKeyMutation } from './machine-keys.graphql';

export function KeyTable({ onReplace }: { onReplace: (key: MachineKey) => void }) {
    const [leaving, setLeaving] = useState<MachineKey>();
    const keys = useAdminQuery(keysQuery, {});
    if (keys.isPending) {
        return <Loading />;
    }
    if (keys.isError) {
        return <LoadFailed query={keys} />;
    }
    return (
        <>
            <RecordTable
                rows={keys.data.efiMachineKeys}
                none={<Trans>There is no key in this channel.</Trans>}
                columns={[
                    {
                        title: <Trans>Name</Trans>,
                        cell: ({ name, createdBy, createdAt }) => (
                            <div className="min-w-40 whitespace-normal">
                                <span className="block font-medium break-words">{name}</span>
                                <span className="text-xs text-muted-foreground">
                                    <Trans>
                                        made by {createdBy}, <Moment at={createdAt} />
                                    </Trans>
                                </span>
                            </div>
                        ),
                    },
                    { title: <Trans>Scopes</Trans>, cell: ({ scopes }) => <Names names={scopes} /> },
                    {
                        title: <Trans>State</Trans>,
                        cell: key => (
                            <>
                                <KeyState of={key} />
                                <span className="mt-1 block text-xs text-muted-foreground">
                                    {key.expiresAt ? (
                                        <Trans>
                                            until <Moment at={key.expiresAt} />
                                        </Trans>
                                    ) : (
                                        <Trans>no end</Trans>
                                    )}
                                </span>
                            </>
                        ),
                    },
                    {
                        title: <Trans>Last used</Trans>,
                        cell: ({ lastUsedAt }) =>
                            lastUsedAt ? <Moment at={lastUsedAt} /> : <Trans>never</Trans>,
                    },
                    {
                        title: (
                            <span className="sr-only">
                                <Trans>Actions</Trans>
                            </span>
                        ),
                        cell: key => (
                            <div className="flex flex-col items-end gap-1">
                                <Button variant="ghost" size="sm" onClick={() => onReplace(key)}>
                                    <Trans>Make one like it…</Trans>
                                </Button>
                                {!key.revokedAt && (
                                    <Button variant="ghost" size="sm" onClick={() => setLeaving(key)}>
                                        <Trans>Withdraw…</Trans>
                                    </Button>
                                )}
                            </div>
                        ),
                    },
                ]}
            />
            {leaving && <WithdrawDialog of={leaving} onClose={() => setLeaving(undefined)} />}
        </>
    );
}

function KeyState({ of: { revokedAt, expiresAt } }: { of: MachineKey }) {
    if (revokedAt) {
        return (
            <Badge variant="destructive">
                <Trans>Withdrawn</Trans>
            </Badge>
        );
    }
    return expiresAt && Date.parse(expiresAt) <= Date.now() ? (
        <Badge variant="secondary">
            <Trans>Expired</Trans>
        </Badge>
    ) : (
        <Badge variant="success">
            <Trans>Works</Trans>
        </Badge>
    );
}

function WithdrawDialog({ of: { id, name }, onClose }: { of: MachineKey; onClose: () => void }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const withdraw = useMutation({
        mutationFn: async () => {
            await api.mutate(revokeKeyMutation, { id });
            await refresh();
        },
        onSuccess: () => {
            toast.success(t`The key is withdrawn.`);
            onClose();
        },
    });
    return (
        <ConfirmDialog
            title={t`Withdraw the key`}
            confirmLabel={t`Withdraw`}
            action={withdraw}
            onClose={onClose}
        >
            <Trans>
                Programs that use {name} are refused from their next request on. This can’t be undone: a new
                key takes its place.
            </Trans>
        </ConfirmDialog>
    );
}
