import { ConfirmDialog, Day, LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, PermissionGuard } from '@vendure/dashboard';
import { useState } from 'react';
import { useAdminQuery, useRefresh } from '../shared/use-admin-query';
import { HoldDialog } from './hold-dialog';
import { OpenHeld } from './open-held';
import { type Hold, holdsQuery, releaseMutation } from './holds.graphql';

/** What of a customer's data must be kept for now, and why. */
export function Holds({ customerId }: { customerId: string }) {
    const holds = useAdminQuery(holdsQuery, { customerId });
    const [isAdding, setIsAdding] = useState(false);
    if (holds.isPending) {
        return <Loading />;
    }
    if (holds.isError) {
        return <LoadFailed query={holds} />;
    }
    const { efiPrivacyHolds: found } = holds.data;
    return (
        <div className="space-y-4">
            {found.length === 0 ? (
                <p className="text-sm text-muted-foreground">
                    <Trans>Nothing is held back.</Trans>
                </p>
            ) : (
                <ul className="space-y-4">
                    {found.map(hold => (
                        <HoldItem key={hold.id} hold={hold} />
                    ))}
                </ul>
            )}
            <PermissionGuard requires={['ManageEfiPrivacy']}>
                <Button type="button" variant="outline" size="sm" onClick={() => setIsAdding(true)}>
                    <Trans>Hold data back…</Trans>
                </Button>
            </PermissionGuard>
            {isAdding && <HoldDialog customerId={customerId} onClose={() => setIsAdding(false)} />}
        </div>
    );
}

function HoldItem({ hold: { id, parts, because, until, isSealed, createdByName } }: { hold: Hold }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const [isReleasing, setIsReleasing] = useState(false);
    const isOver = new Date(until) <= new Date();
    const release = useMutation<void, Error, void>({
        mutationFn: async () => {
            await api.mutate(releaseMutation, { id });
            await refresh();
        },
        onSuccess: () => setIsReleasing(false),
    });
    return (
        <li className="space-y-1 border-l-2 pl-3 text-sm">
            <p className="break-words">{because || <Trans>The reason is sealed with what is held.</Trans>}</p>
            <p className="font-mono text-xs break-words">{parts.join(', ')}</p>
            <p className="text-xs text-muted-foreground">
                {isOver ? <Trans>Ended:</Trans> : <Trans>Until</Trans>} <Day at={until} />
                {createdByName && ` · ${createdByName}`}
            </p>
            {isSealed && !isOver && <OpenHeld holdId={id} />}
            {!isOver && (
                <PermissionGuard requires={['ManageEfiPrivacy']}>
                    <Button
                        type="button"
                        variant="link"
                        size="sm"
                        className="h-auto p-0 underline"
                        onClick={() => setIsReleasing(true)}
                    >
                        <Trans>Release…</Trans>
                    </Button>
                </PermissionGuard>
            )}
            {isReleasing && (
                <ConfirmDialog
                    title={t`Release what is held back?`}
                    confirmLabel={t`Release`}
                    action={release}
                    onClose={() => setIsReleasing(false)}
                >
                    <p>
                        {isSealed ? (
                            <Trans>What is sealed for it is destroyed, and can’t be opened any more.</Trans>
                        ) : (
                            <Trans>Nothing of it is kept when an erasure comes.</Trans>
                        )}
                    </p>
                </ConfirmDialog>
            )}
        </li>
    );
}
