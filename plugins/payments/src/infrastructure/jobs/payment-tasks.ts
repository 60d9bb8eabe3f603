import { ScheduledTask } from '@vendure/core';
import { SqlWebhookLog } from '../sql-webhook-log';
import { ReconciliationQueue } from './reconciliation.queue';

/** Longer than any provider sends an event again, and than most disputes take to show. */
const KEEP_WEBHOOKS_DAYS = 90;

/** Compares the ledger with what every provider has, by a job each night. */
export const reconcilePaymentsTask = new ScheduledTask({
    id: 'efi-reconcile-payments',
    description: 'Compare the payment ledger with the books of all payment providers',
    schedule: cron => cron.everyDayAt(3, 0),
    async execute({ injector }) {
        const job = await injector.get(ReconciliationQueue).add();
        return { jobId: job.id };
    },
});

/** Webhooks are kept for people who look into a payment; what they told is in the ledger, for good. */
export const cleanWebhooksTask = new ScheduledTask({
    id: 'efi-clean-payment-webhooks',
    description: 'Delete the records of old payment webhooks',
    schedule: cron => cron.everyDayAt(4, 10),
    async execute({ injector }) {
        return { deleted: await injector.get(SqlWebhookLog).deleteOlderThan(KEEP_WEBHOOKS_DAYS) };
    },
});
