import { ReasonDialog } from '@efi/plugin-kit/dashboard';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { api, toast } from '@vendure/dashboard';
import type { QuarantinedPayment, Resolution } from '../shared/payment.types';
import { resolveMutation } from '../shared/payments.graphql';
import { useRefresh } from '../shared/use-admin-query';

const texts: Readonly<
    Record<Resolution, Readonly<Record<'title' | 'consequence' | 'confirm', MessageDescriptor>>>
> = {
    ACCEPT: {
        title: msg`Accept what the provider has`,
        consequence: msg`The order keeps the payment, or gets it now, with the amount that the provider holds or took.`,
        confirm: msg`Accept`,
    },
    RETURN: {
        title: msg`Give the money back`,
        consequence: msg`What is held is let go, what was taken is refunded. The order does not get this payment.`,
        confirm: msg`Give the money back`,
    },
    DISMISS: {
        title: msg`Dealt with elsewhere`,
        consequence: msg`No further step is taken by itself, now or later. Choose this once it was dealt with by hand.`,
        confirm: msg`Take it out of quarantine`,
    },
};

/** Asks why, and decides about a payment in quarantine. */
export function ResolveDialog({
    payment,
    resolution,
    onClose,
}: {
    payment: QuarantinedPayment;
    resolution: Resolution;
    onClose: () => void;
}) {
    const { i18n, t } = useLingui();
    const refresh = useRefresh();
    const { title, consequence, confirm } = texts[resolution];
    const decide = async (reason: string) => {
        const input = { intentId: payment.id, resolution, reason };
        const { resolveEfiQuarantinedPayment: result } = await api.mutate(resolveMutation, { input });
        if (result.__typename === 'EfiQuarantineResolutionError') {
            throw new Error(result.message);
        }
        toast.success(t`The payment of ${payment.orderCode} is out of quarantine.`);
        await refresh();
    };
    return (
        <ReasonDialog
            title={i18n._(title)}
            description={`${payment.orderCode}: ${i18n._(consequence)}`}
            confirmLabel={i18n._(confirm)}
            onConfirm={decide}
            onClose={onClose}
        />
    );
}
