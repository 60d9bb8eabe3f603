import { ScheduledTask } from '@vendure/core';
import { PricingRuns } from './engine/pricing-runs';
import { CompetitorFeeds } from './imports/competitor-feeds';

/** Makes prices again, in each channel and currency that has settings. */
export function runPricesTask(everyMinutes: number): ScheduledTask {
    return new ScheduledTask({
        id: 'efi-run-prices',
        description: 'Start a run over the prices of each channel that has rules',
        schedule: everyMinutes === 60 ? '0 * * * *' : `*/${everyMinutes} * * * *`,
        execute: async ({ injector }) => ({ started: await injector.get(PricingRuns).startAll() }),
    });
}

/** Each half hour, some minutes before a run. */
export const fetchFeedsTask = new ScheduledTask({
    id: 'efi-fetch-competitor-feeds',
    description: 'Fetch competitors’ prices',
    schedule: '10,40 * * * *',
    execute: async ({ injector }) => ({ fetched: await injector.get(CompetitorFeeds).fetchAll() }),
});
