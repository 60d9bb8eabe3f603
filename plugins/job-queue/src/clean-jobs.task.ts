import { ScheduledTask, TransactionalConnection } from '@vendure/core';
import { JOB_QUEUE_OPTIONS } from './constants';
import type { ResolvedJobQueueOptions } from './job-queue.options';

/** Deletes settled jobs but for the newest, so that the table does not grow for ever. */
export const cleanJobsTask = new ScheduledTask({
    id: 'clean-jobs',
    description: 'Delete old completed, failed and cancelled jobs',
    schedule: cron => cron.every(2).hours(),
    async execute({ injector }) {
        const { keepJobsCount } = injector.get<ResolvedJobQueueOptions>(JOB_QUEUE_OPTIONS);
        const [, jobsDeleted] = await injector
            .get(TransactionalConnection)
            .rawConnection.query<[unknown, number]>(
                `DELETE FROM efi_job WHERE id IN (
                    SELECT id FROM efi_job WHERE "isSettled" = true ORDER BY "settledAt" DESC OFFSET $1)`,
                [keepJobsCount],
            );
        return { jobsDeleted };
    },
});
