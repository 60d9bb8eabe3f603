import { ScheduledTask } from '@vendure/core';
import { REST_API_OPTIONS, type ResolvedRestApiOptions } from '../../rest-api.options';
import { IdempotentAnswers } from './idempotent-answers';

export const forgetAnswersTask = new ScheduledTask({
    id: 'efi-forget-rest-answers',
    description: 'Forget old answers to requests with an Idempotency-Key',
    schedule: cron => cron.everyHourAt(20),
    async execute({ injector }) {
        const { keepAnswersHours } = injector.get<ResolvedRestApiOptions>(REST_API_OPTIONS);
        const forgotten = await injector
            .get(IdempotentAnswers)
            .forget(new Date(Date.now() - keepAnswersHours * 3_600_000));
        return { forgotten };
    },
});
