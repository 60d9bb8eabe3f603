import {
    cleanOrphanedSettingsStoreTask,
    cleanSessionsTask,
    DefaultSchedulerPlugin,
    VendureConfig,
} from '@vendure/core';

/**
 * Scheduled tasks run on one worker at a time, by a lock in PostgreSQL. Vendure gives a task a minute, and then lets
 * another worker begin it while it still runs; ours may take ten.
 */
export const schedulerPlugin = DefaultSchedulerPlugin.init({ defaultTimeout: '10m' });

/** Each visit makes a session, so the thousand a day that Vendure removes would never keep up. */
export const schedulerOptions: VendureConfig['schedulerOptions'] = {
    tasks: [
        cleanSessionsTask.configure({
            schedule: cron => cron.everyHourAt(17),
            params: { batchSize: 20_000 },
        }),
        cleanOrphanedSettingsStoreTask,
    ],
};
