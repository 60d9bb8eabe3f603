import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, toast } from '@vendure/dashboard';
import { RefreshCw } from 'lucide-react';
import { retryMutation } from '../shared/payments.graphql';
import { useRefresh } from '../shared/use-admin-query';

/** Asks the provider how the payment stands, and takes its next step at once. */
export function RetryButton({ paymentId }: { paymentId: string }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const retry = useMutation({
        mutationFn: () => api.mutate(retryMutation, { intentId: paymentId }),
        onSuccess: async () => {
            await refresh();
            toast.success(t`The provider was asked.`);
        },
        onError: error => toast.error(t`The provider could not be asked.`, { description: error.message }),
    });
    return (
        <Button variant="outline" disabled={retry.isPending} onClick={() => retry.mutate()}>
            <RefreshCw aria-hidden className={retry.isPending ? 'animate-spin' : undefined} />
            <Trans>Look again now</Trans>
        </Button>
    );
}
