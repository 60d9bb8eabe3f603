import { Trans } from '@lingui/react/macro';
import { Button, PermissionGuard } from '@vendure/dashboard';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { QuarantinedPayment, Resolution } from '../shared/payment.types';
import { QuarantineReason } from '../shared/quarantine-reason';
import { ResolveDialog } from './resolve-dialog';

/** Why a payment is in quarantine, and what a person can do about it. */
export function QuarantineDecision({ payment }: { payment: QuarantinedPayment }) {
    const [resolution, setResolution] = useState<Resolution>();
    // What an order has is given back by refunding or cancelling it there.
    const canReturn = payment.paymentId === null;
    return (
        <div className="space-y-4">
            <p className="flex gap-2">
                <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-destructive" />
                <span>
                    <QuarantineReason of={payment} />
                </span>
            </p>
            <PermissionGuard requires={['ManageEfiPayments']}>
                <div className="flex flex-wrap gap-2">
                    <Button variant="outline" size="sm" onClick={() => setResolution('ACCEPT')}>
                        <Trans>Accept…</Trans>
                    </Button>
                    {canReturn && (
                        <Button variant="outline" size="sm" onClick={() => setResolution('RETURN')}>
                            <Trans>Give the money back…</Trans>
                        </Button>
                    )}
                    <Button variant="outline" size="sm" onClick={() => setResolution('DISMISS')}>
                        <Trans>Dealt with elsewhere…</Trans>
                    </Button>
                </div>
            </PermissionGuard>
            {!canReturn && (
                <p className="text-sm text-muted-foreground">
                    <Trans>The order has this payment: to give money back, refund or cancel the order.</Trans>
                </p>
            )}
            {resolution && (
                <ResolveDialog
                    payment={payment}
                    resolution={resolution}
                    onClose={() => setResolution(undefined)}
                />
            )}
        </div>
    );
}
