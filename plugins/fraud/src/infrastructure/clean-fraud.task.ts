import { ScheduledTask } from '@vendure/core';
import { FRAUD_OPTIONS, type ResolvedFraudOptions } from '../fraud.options';
import { ModelArchive } from './models/model-archive';
import { Erasure } from './reviews/erasure';

/** Old decisions, counts and list entries go, and the key of the pseudonyms is changed from time to time. */
export const cleanFraudTask = new ScheduledTask({
    id: 'efi-clean-fraud',
    description: 'Forget old decisions about payments',
    schedule: cron => cron.everyDayAt(4, 40),
    async execute({ injector }) {
        const { keepDecisionsDays, rotateKeyDays } = injector.get<ResolvedFraudOptions>(FRAUD_OPTIONS);
        const deleted = await injector.get(Erasure).clean(keepDecisionsDays, rotateKeyDays);
        await injector.get(ModelArchive).trim();
        return { deleted };
    },
});
