import type { Provider, Type } from '@nestjs/common';
import type { RuntimeVendureConfig } from '@vendure/core';
import { DiscrepancyAdminResolver } from './api/discrepancy-admin.resolver';
import { GatewayAdminResolver } from './api/gateway-admin.resolver';
import { PaymentIntentAdminResolver } from './api/payment-intent-admin.resolver';
import { PaymentsAdminResolver } from './api/payments-admin.resolver';
import { managePayments, readPayments } from './api/permissions';
import { QuarantineResultResolver } from './api/quarantine-resolution.error';
import { ReconciliationAdminResolver } from './api/reconciliation-admin.resolver';
import { webhookBody } from './api/webhook-body';
import { PaymentReviews } from './application/ports/payment-reviews.port';
import { ReconciliationBooks } from './application/ports/reconciliation-books.port';
import { WebhookLog } from './application/ports/webhook-log.port';
import { EfiDiscrepancy } from './infrastructure/entities/discrepancy.entity';
import { EfiPaymentGatewayHealth } from './infrastructure/entities/gateway-health.entity';
import { EfiPaymentReview } from './infrastructure/entities/payment-review.entity';
import { EfiReconciliation } from './infrastructure/entities/reconciliation.entity';
import { EfiPaymentWebhookEvent } from './infrastructure/entities/webhook-event.entity';
import { GatewayHealthService } from './infrastructure/gateway-health.service';
import { cleanWebhooksTask, reconcilePaymentsTask } from './infrastructure/jobs/payment-tasks';
import { ReconciliationQueue } from './infrastructure/jobs/reconciliation.queue';
import { PaymentRecordsService } from './infrastructure/payment-records.service';
import { SqlPaymentReviews } from './infrastructure/sql-payment-reviews';
import { SqlReconciliationBooks } from './infrastructure/sql-reconciliation-books';
import { SqlWebhookLog } from './infrastructure/sql-webhook-log';

/** The parts for running payments day by day: webhooks, reconciliation, quarantine, health. */

export const operationsEntities = [
    EfiPaymentWebhookEvent,
    EfiPaymentReview,
    EfiReconciliation,
    EfiDiscrepancy,
    EfiPaymentGatewayHealth,
];

export const operationsProviders: Provider[] = [
    SqlWebhookLog,
    { provide: WebhookLog, useExisting: SqlWebhookLog },
    { provide: PaymentReviews, useClass: SqlPaymentReviews },
    { provide: ReconciliationBooks, useClass: SqlReconciliationBooks },
    GatewayHealthService,
    PaymentRecordsService,
    ReconciliationQueue,
];

export const operationsResolvers: Type[] = [
    PaymentsAdminResolver,
    PaymentIntentAdminResolver,
    QuarantineResultResolver,
    GatewayAdminResolver,
    ReconciliationAdminResolver,
    DiscrepancyAdminResolver,
];

export function configureOperations(config: RuntimeVendureConfig): void {
    config.apiOptions.middleware.push(webhookBody);
    config.authOptions.customPermissions.push(readPayments, managePayments);
    config.schedulerOptions.tasks.push(reconcilePaymentsTask, cleanWebhooksTask);
}
