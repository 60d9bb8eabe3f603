import { ConfirmDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { toast } from '@vendure/dashboard';
import { useRefresh } from '../shared/use-admin-query';
import { Device } from './session-list';
import type { Session } from './sessions.graphql';

/** Which sessions are meant: one, or all (of one's own, all but the present one). */
export type Meant = Session | 'all';

interface Props {
    readonly meant: Meant;
    readonly end: (meant: Meant) => Promise<{ readonly done: { readonly success: boolean } }>;
    readonly onClose: () => void;
}

/** Asks before somebody is signed out. */
export function EndSessionsDialog({ meant, end, onClose }: Props) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const action = useMutation({
        mutationFn: async () => {
            const { done } = await end(meant);
            await refresh();
            if (done.success) {
                toast.success(t`Signed out there.`);
            } else {
                toast.info(t`There was nothing left to sign out.`);
            }
        },
        onSuccess: onClose,
    });
    return (
        <ConfirmDialog
            title={t`Sign out from afar`}
            confirmLabel={t`Sign out`}
            action={action}
            onClose={onClose}
        >
            {meant === 'all' ? (
                <Trans>Every one of these devices and programs has to sign in again.</Trans>
            ) : (
                <Trans>
                    <Device of={meant} /> has to sign in again. What was not saved there is lost.
                </Trans>
            )}
        </ConfirmDialog>
    );
}
