import { ConfirmDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, toast } from '@vendure/dashboard';
import type { Policy } from '../shared/decision.types';
import { useRefresh } from '../shared/use-admin-query';
import { setPolicyMutation } from './policy.graphql';

/** Says in plain words what the change does before it is made. */
export function SaveDialog({
    saved,
    wanted,
    onClose,
}: {
    saved: Policy;
    wanted: Policy;
    onClose: () => void;
}) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const save = useMutation({
        mutationFn: async () => {
            const { setEfiFraudPolicy: set } = await api.mutate(setPolicyMutation, { input: wanted });
            if (set.__typename === 'EfiFraudPolicyInvalidError') {
                throw new Error(set.message);
            }
            await refresh();
        },
        onSuccess: () => {
            toast.success(t`The thresholds are saved.`);
            onClose();
        },
    });
    return (
        <ConfirmDialog
            title={t`Save the thresholds`}
            confirmLabel={t`Save`}
            isDestructive={saved.shadow && !wanted.shadow}
            action={save}
            onClose={onClose}
        >
            <p>
                <Trans>They hold for the active channel and for every payment from now on.</Trans>
            </p>
            {saved.shadow && !wanted.shadow && (
                <p className="font-medium text-foreground">
                    <Trans>
                        Shadow mode ends: from now on payments are really stepped up, held and refused.
                    </Trans>
                </p>
            )}
            {!saved.shadow && wanted.shadow && (
                <p className="font-medium text-foreground">
                    <Trans>Shadow mode begins: from now on every payment is let through.</Trans>
                </p>
            )}
        </ConfirmDialog>
    );
}
