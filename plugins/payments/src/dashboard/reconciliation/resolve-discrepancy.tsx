import { ReasonDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { api, Button, PermissionGuard, toast } from '@vendure/dashboard';
import { useState } from 'react';
import { useRefresh } from '../shared/use-admin-query';
import { type Discrepancy, resolveDiscrepancyMutation } from './reconciliation.graphql';

/** Closes a discrepancy that was looked into, with what was found. */
export function ResolveDiscrepancy({ discrepancy: { id, providerReference } }: { discrepancy: Discrepancy }) {
    const { t } = useLingui();
    const [isOpen, setIsOpen] = useState(false);
    const refresh = useRefresh();
    const resolve = async (reason: string) => {
        await api.mutate(resolveDiscrepancyMutation, { input: { id, reason } });
        toast.success(t`The discrepancy is resolved.`);
        await refresh();
    };
    return (
        <PermissionGuard requires={['ManageEfiPayments']}>
            <Button variant="outline" size="sm" onClick={() => setIsOpen(true)}>
                <Trans>Resolve…</Trans>
            </Button>
            {isOpen && (
                <ReasonDialog
                    title={t`Resolve the discrepancy`}
                    description={t`${providerReference}: stays closed unless the amounts change. No money moves.`}
                    confirmLabel={t`Resolve`}
                    onConfirm={resolve}
                    onClose={() => setIsOpen(false)}
                />
            )}
        </PermissionGuard>
    );
}
