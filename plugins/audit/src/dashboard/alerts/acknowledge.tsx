import { Moment } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, toast, usePermissions } from '@vendure/dashboard';
import { useRefresh } from '../shared/use-admin-query';
import { acknowledgeMutation, type Alert } from './alerts.graphql';

/** Who looked at it, or the way to say so. */
export function Acknowledge({ alert: { id, acknowledgedAt, acknowledgedBy } }: { alert: Alert }) {
    const { t } = useLingui();
    const { hasPermissions } = usePermissions();
    const refresh = useRefresh();
    const acknowledge = useMutation({
        mutationFn: () => api.mutate(acknowledgeMutation, { id }),
        onSuccess: refresh,
        onError: ({ message }) => toast.error(t`This could not be kept.`, { description: message }),
    });
    if (acknowledgedAt) {
        return (
            <div className="text-xs text-muted-foreground">
                <p className="break-words">{acknowledgedBy}</p>
                <Moment at={acknowledgedAt} />
            </div>
        );
    }
    return hasPermissions(['AcknowledgeEfiAuditAlert']) ? (
        <Button
            type="button"
            variant="outline"
            size="sm"
            disabled={acknowledge.isPending}
            onClick={() => acknowledge.mutate()}
        >
            <Trans>I have looked at it</Trans>
        </Button>
    ) : (
        <Trans>Not yet</Trans>
    );
}
