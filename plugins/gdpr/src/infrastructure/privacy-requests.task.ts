import { ScheduledTask } from '@vendure/core';
import { MailRequests } from './by-mail/mail-requests';
import { Exports } from './exports';
import { DeliverNotices } from './processors/deliver-notices';
import { RequestQueue } from './request-queue';

/** Begins what is due, tells processors, goes on with what failed or was cut off, and deletes exports and links whose time is over. */
export const privacyRequestsTask = new ScheduledTask({
    id: 'efi-privacy-requests',
    description: 'Work on requests about personal data',
    schedule: cron => cron.everyMinute(),
    async execute({ injector }) {
        const begun = await injector.get(RequestQueue).addDue();
        const told = await injector.get(DeliverNotices).run();
        const expiredLinks = await injector.get(MailRequests).clean();
        return { begun, told, expiredLinks, expiredExports: await injector.get(Exports).clean() };
    },
});
