import { ScheduledTask } from '@vendure/core';
import { Alerts } from '../alerts/alerts';
import { KeepSegments } from '../write-once/keep-segments';
import { DropExpired } from './drop-expired';
import { VerifyRegularly } from './verify-regularly';

/** Every night. A fault is logged as an error, counted, and shown in the Dashboard. */
export const verifyTrailTask = new ScheduledTask({
    id: 'efi-verify-audit-trail',
    description: 'Reads the whole audit trail and looks for rows that were changed, removed or put in',
    schedule: cron => cron.everyDayAt(3, 40),
    async execute({ injector }) {
        const { ok, first, links, anchors, milliseconds } = await injector.get(VerifyRegularly).run();
        return { ok, links, anchors, milliseconds, ...(first ? { first: first.message } : {}) };
    },
});

export const dropExpiredTask = new ScheduledTask({
    id: 'efi-drop-expired-audit',
    description: 'Drops months of the audit trail whose time is over, and signs for where it goes on',
    schedule: cron => cron.everyDayAt(4, 10),
    async execute({ injector }) {
        const dropped = await injector.get(DropExpired).run();
        return { dropped: dropped.map(month => `${month.class} ${month.month}`) };
    },
});

export const lookForPatternsTask = new ScheduledTask({
    id: 'efi-look-for-audit-patterns',
    description: 'Looks for patterns in the audit trail that somebody should know of',
    schedule: cron => cron.everyMinute(),
    async execute({ injector }) {
        return { raised: await injector.get(Alerts).look() };
    },
});

export const keepSegmentsTask = new ScheduledTask({
    id: 'efi-keep-audit-segments',
    description: 'Puts new parts of the audit trail where nobody can change them, and reads them back',
    schedule: cron => cron.everyHourAt(20),
    async execute({ injector }) {
        return { kept: await injector.get(KeepSegments).run() };
    },
});
