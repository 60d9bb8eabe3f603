import { ScheduledTask } from '@vendure/core';
import { Retention } from './retention';

/** Longest run, in milliseconds. What is left then, the next one does. */
const LONGEST = 40_000;

/** Has data go whose time is over. */
export const retentionTask = new ScheduledTask({
    id: 'efi-privacy-retention',
    description: 'Delete personal data whose time is over',
    schedule: cron => cron.everyHourAt(37),
    async execute({ injector }) {
        const reports = await injector.get(Retention).run(false, new Date(Date.now() + LONGEST));
        return Object.fromEntries(reports.map(({ rule, due, done }) => [rule, `${done} of ${due}`]));
    },
});
