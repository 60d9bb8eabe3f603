import { Trans } from '@lingui/react/macro';
import { PageBlock, PageLayout, PermissionGuard } from '@vendure/dashboard';
import { QuarantineDecision } from '../quarantine/quarantine-decision';
import type { PaymentDetail } from '../shared/payment.types';
import { BalanceFacts } from './balances';
import { CaptureButton } from './capture-button';
import { LedgerTable } from './ledger-table';
import { OperationsTable } from './operations-table';
import { PaymentFacts } from './payment-facts';
import { RetryButton } from './retry-button';
import { ReviewsTable } from './reviews-table';
import { WebhooksTable } from './webhooks-table';

export function PaymentRecords({ payment }: { payment: PaymentDetail }) {
    const isQuarantined = payment.state === 'quarantined';
    return (
        <PageLayout>
            {isQuarantined && (
                <PageBlock column="main" blockId="quarantine" title={<Trans>A person has to decide</Trans>}>
                    <QuarantineDecision payment={payment} />
                </PageBlock>
            )}
            <PageBlock column="main" blockId="money" title={<Trans>Money</Trans>}>
                <div className="space-y-6">
                    <BalanceFacts payment={payment} />
                    <div className="flex flex-wrap gap-2">
                        <PermissionGuard requires={['ManageEfiPayments']}>
                            <RetryButton paymentId={payment.id} />
                        </PermissionGuard>
                        <PermissionGuard requires={['UpdateOrder']}>
                            <CaptureButton payment={payment} />
                        </PermissionGuard>
                    </div>
                </div>
            </PageBlock>
            <PageBlock column="main" blockId="ledger" title={<Trans>Ledger</Trans>}>
                <LedgerTable ledger={payment.ledger} />
            </PageBlock>
            <PageBlock column="main" blockId="operations" title={<Trans>Calls to the provider</Trans>}>
                <OperationsTable operations={payment.operations} />
            </PageBlock>
            <PageBlock column="main" blockId="webhooks" title={<Trans>Webhooks</Trans>}>
                <WebhooksTable events={payment.webhookEvents} />
            </PageBlock>
            {payment.reviews.length > 0 && (
                <PageBlock column="main" blockId="reviews" title={<Trans>Decisions</Trans>}>
                    <ReviewsTable reviews={payment.reviews} />
                </PageBlock>
            )}
            <PageBlock column="side" blockId="facts" title={<Trans>Payment</Trans>}>
                <PaymentFacts payment={payment} />
            </PageBlock>
        </PageLayout>
    );
}
