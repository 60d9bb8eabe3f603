import { ScheduledTask, TransactionalConnection } from '@vendure/core';
import { BEHAVIOUR_OPTIONS, type ResolvedBehaviourOptions } from '../behaviour.options';
import { VisitPseudonyms } from './visit-pseudonyms';

/** Deleted at a time, so that a first clean-up holds no lock for long. */
const BATCH = 10_000;

/** Deletes events whose time has passed, and destroys the keys of pseudonyms that are no longer in use. */
export const cleanBehaviourTask = new ScheduledTask({
    id: 'efi-clean-behaviour',
    description: 'Delete old behaviour events and the keys of old pseudonyms',
    schedule: cron => cron.everyDayAt(4, 40),
    timeout: '30m',
    async execute({ injector }) {
        const { retentionDays } = injector.get<ResolvedBehaviourOptions>(BEHAVIOUR_OPTIONS);
        const database = injector.get(TransactionalConnection).rawConnection;
        let deleted = 0;
        for (let last = BATCH; last === BATCH; deleted += last) {
            [, last] = await database.query<[unknown, number]>(
                `DELETE FROM efi_behaviour_event WHERE id IN (
                    SELECT id FROM efi_behaviour_event
                     WHERE at < now() - make_interval(days => $1) ORDER BY at LIMIT $2)`,
                [retentionDays, BATCH],
            );
        }
        return { deleted, keysDestroyed: await injector.get(VisitPseudonyms).destroyOldKeys() };
    },
});
