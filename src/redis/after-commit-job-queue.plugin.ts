import { VendurePlugin } from '@vendure/core';
import { AfterCommitJobQueueStrategy } from './after-commit-job-queue-strategy';

/** Puts {@link AfterCommitJobQueueStrategy} in place of the strategy that `BullMQJobQueuePlugin` sets up. List it after that. */
@VendurePlugin({
    configuration: config => {
        config.jobQueueOptions.jobQueueStrategy = new AfterCommitJobQueueStrategy();
        return config;
    },
    compatibility: '^3.7.0',
})
export class AfterCommitJobQueuePlugin {}
