import 'server-only';
import { queryAsShopper } from '@/lib/vendure/client';
import { hasSession } from '@/lib/vendure/session';
import { AppealQuery, type Appeal } from './appeal-documents';

/** Whether the order's payment was refused by a machine, and what became of the appeal. Pages work without an answer. */
export async function fetchAppeal(orderCode: string): Promise<Appeal | undefined> {
    if (!(await hasSession())) {
        return undefined;
    }
    try {
        return (await queryAsShopper(AppealQuery, { orderCode })).efiFraudAppeal ?? undefined;
    } catch (error) {
        console.error('Whether there is something to appeal could not be found out:', error);
        return undefined;
    }
}
