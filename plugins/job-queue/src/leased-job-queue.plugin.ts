import { PersonalData } from '@efi/plugin-kit';
import { PluginCommonModule, Type, VendurePlugin } from '@vendure/core';
import { BufferedJob } from './buffered-job.entity';
import { cleanJobsTask } from './clean-jobs.task';
import { JOB_QUEUE_OPTIONS } from './constants';
import { type LeasedJobQueueOptions, resolveOptions } from './job-queue.options';
import { LeasedJobQueueStrategy } from './leased-job-queue-strategy';
import { QueuedJob } from './queued-job.entity';
import { SqlJobBufferStrategy } from './sql-job-buffer-strategy';
import { personalData } from './personal-data';

/**
 * The job queue in PostgreSQL, in place of Vendure's `DefaultJobQueuePlugin`: jobs survive the death of their
 * worker, an idle worker is quiet, and buffered jobs are kept in the database too.
 *
 * @example
 * ```ts
 * plugins: [LeasedJobQueuePlugin.init({ concurrency: 3 }), DefaultSchedulerPlugin.init()],
 * ```
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: [QueuedJob, BufferedJob],
    providers: [
        { provide: JOB_QUEUE_OPTIONS, useFactory: () => resolveOptions(LeasedJobQueuePlugin.options) },
    ],
    configuration: config => {
        const { options } = LeasedJobQueuePlugin;
        config.jobQueueOptions.jobQueueStrategy = new LeasedJobQueueStrategy(options);
        config.jobQueueOptions.jobBufferStorageStrategy = new SqlJobBufferStrategy();
        const schedule = resolveOptions(options).cleanJobsSchedule;
        config.schedulerOptions.tasks?.push(cleanJobsTask.configure({ schedule }));
        return config;
    },
    compatibility: '^3.7.0',
})
export class LeasedJobQueuePlugin {
    static options: LeasedJobQueueOptions = {};

    static init(options: LeasedJobQueueOptions = {}): Type<LeasedJobQueuePlugin> {
        LeasedJobQueuePlugin.options = options;
        return LeasedJobQueuePlugin;
    }
}
