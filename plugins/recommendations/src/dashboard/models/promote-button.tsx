import { ReasonDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { api, Button, PermissionGuard, toast } from '@vendure/dashboard';
import { useState } from 'react';
import { useRefresh } from '../shared/use-admin-query';
import { type Model, promoteMutation } from './models.graphql';

/** Puts a model in place by hand, with a reason. */
export function PromoteButton({ model: { id, state, isKept } }: { model: Model }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const [isOpen, setIsOpen] = useState(false);
    if (state === 'IN_PLACE') {
        return null;
    }
    if (!isKept) {
        return (
            <p className="text-sm text-muted-foreground">
                <Trans>Only its card is kept: it can't be put in place any more.</Trans>
            </p>
        );
    }
    const promote = async (reason: string) => {
        await api.mutate(promoteMutation, { id, reason });
        await refresh();
        toast.success(t`Model ${id} is in place.`);
    };
    return (
        <PermissionGuard requires={['ManageEfiRecommendations']}>
            <Button variant="outline" size="sm" onClick={() => setIsOpen(true)}>
                <Trans>Put in place…</Trans>
            </Button>
            {isOpen && (
                <ReasonDialog
                    title={t`Put model ${id} in place`}
                    description={<Trans>It answers from now on, in place of the present one.</Trans>}
                    confirmLabel={t`Put in place`}
                    onConfirm={promote}
                    onClose={() => setIsOpen(false)}
                />
            )}
        </PermissionGuard>
    );
}
