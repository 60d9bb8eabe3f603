import { ReasonDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { api, Button, PermissionGuard, toast } from '@vendure/dashboard';
import { useState } from 'react';
import { useRefresh } from '../shared/use-admin-query';
import { type Model, putInPlaceMutation } from './models.graphql';

/** Puts a model in place by hand, with a reason. */
export function PutInPlaceButton({ model: { id, state, isKept } }: { model: Model }) {
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
    const putInPlace = async (reason: string) => {
        const { putEfiFraudModelInPlace: put } = await api.mutate(putInPlaceMutation, { id, reason });
        if (put.__typename === 'EfiFraudModelRefusedError') {
            throw new Error(put.message);
        }
        await refresh();
        toast.success(t`Model ${id} is in place.`);
    };
    return (
        <PermissionGuard requires={['EfiManageFraud']}>
            <Button variant="outline" size="sm" onClick={() => setIsOpen(true)}>
                <Trans>Put in place…</Trans>
            </Button>
            {isOpen && (
                <ReasonDialog
                    title={t`Put model ${id} in place`}
                    description={
                        <p>
                            <Trans>
                                It scores all payments from now on, in all channels, in place of the present
                                one.
                            </Trans>
                        </p>
                    }
                    confirmLabel={t`Put in place`}
                    onConfirm={putInPlace}
                    onClose={() => setIsOpen(false)}
                />
            )}
        </PermissionGuard>
    );
}
