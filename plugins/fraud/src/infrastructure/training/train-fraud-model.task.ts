import { ScheduledTask } from '@vendure/core';
import { TrainFraudModel } from './train-fraud-model';
import { FraudTrainingQueue } from './training.queue';

/** Learns from what has become known since, by a job at night. */
export const trainFraudModelTask = new ScheduledTask({
    id: 'efi-train-fraud-model',
    description:
        'Train the fraud model when enough frauds have become known, and put it in place if it is better',
    schedule: cron => cron.everyDayAt(3, 20),
    async execute({ injector }) {
        const reason = await injector.get(TrainFraudModel).reasonToWait();
        return reason === undefined
            ? { jobId: (await injector.get(FraudTrainingQueue).add()).id }
            : { skipped: reason };
    },
});
