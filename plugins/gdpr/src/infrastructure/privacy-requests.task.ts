import { ScheduledTask } from '@vendure/core';
import { MailRequests } from './by-mail/mail-requests';
import { Exports } from './exports';
import { HeldData } from './held-data';
import { DeliverNotices } from './processors/deliver-notices';
import { RequestQueue } from './request-queue';

/** Begins what is due, tells processors, goes on with what failed or was cut off, and deletes exports, links and held data whose time is over. */
export const privacyRequestsTask = new ScheduledTask({
    id: 'efi-privacy-requests',
    description: 'Work on requests about personal data',
    schedule: cron => cron.everyMinute(),
    async execute({ injector }) {
        const begun = await injector.get(RequestQueue).addDue();
        const told = await injector.get(DeliverNotices).run();
        const expiredLinks = await injector.get(MailRequests).clean();
        const endedHolds = await injector.get(HeldData).end();
        return { begun, told, expiredLinks, endedHolds, expiredExports: await injector.get(Exports).clean() };
    },
});
