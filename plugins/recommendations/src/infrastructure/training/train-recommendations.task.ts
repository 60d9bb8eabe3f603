import { ScheduledTask } from '@vendure/core';
import { RecommendationTrainingQueue } from './training.queue';

/** Learns from what was bought since, by a job each night. */
export const trainRecommendationsTask = new ScheduledTask({
    id: 'efi-train-recommendations',
    description: 'Train the recommendation model, and put it in place if it is better',
    schedule: cron => cron.everyDayAt(2, 40),
    async execute({ injector }) {
        const job = await injector.get(RecommendationTrainingQueue).add();
        return { jobId: job.id };
    },
});
