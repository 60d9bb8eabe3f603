import { ScheduledTask } from '@vendure/core';
import { RECOMMENDATIONS_OPTIONS, type ResolvedRecommendationsOptions } from '../../recommendations.options';
import { AttributionBooks } from './attribution-books';

/** What became of lists is kept for reports, and not longer than they look back. */
export const cleanListsTask = new ScheduledTask({
    id: 'efi-clean-recommendation-lists',
    description: 'Forget which lists of recommendations were shown long ago',
    schedule: cron => cron.everyDayAt(4, 20),
    async execute({ injector }) {
        const { keepListsDays } = injector.get<ResolvedRecommendationsOptions>(RECOMMENDATIONS_OPTIONS);
        return { deleted: await injector.get(AttributionBooks).deleteOlderThan(keepListsDays) };
    },
});
