import { Trans } from '@lingui/react/macro';
import { Button } from '@vendure/dashboard';
import { useState } from 'react';
import { gatewaysQuery } from '../shared/gateways.graphql';
import type { PaymentDetail } from '../shared/payment.types';
import { useAdminQuery } from '../shared/use-admin-query';
import { CaptureDialog } from './capture-dialog';

/** Takes held money of an order, as far as the provider lets it be taken. Shown only while there is any. */
export function CaptureButton({ payment }: { payment: PaymentDetail }) {
    const [isOpen, setIsOpen] = useState(false);
    const gateways = useAdminQuery(gatewaysQuery, {});
    const gateway = gateways.data?.efiPaymentGateways.find(({ name }) => name === payment.gateway);
    const { paymentId, balances } = payment;
    if (!gateway || paymentId === null || payment.state !== 'recorded' || balances.capturable === 0) {
        return null;
    }
    return (
        <>
            <Button onClick={() => setIsOpen(true)}>
                <Trans>Capture…</Trans>
            </Button>
            {isOpen && (
                <CaptureDialog
                    paymentId={paymentId}
                    held={{ value: balances.capturable, currencyCode: balances.currencyCode }}
                    canCapturePart={gateway.canCapturePartially}
                    canCaptureAgain={gateway.canCaptureRepeatedly}
                    onClose={() => setIsOpen(false)}
                />
            )}
        </>
    );
}
