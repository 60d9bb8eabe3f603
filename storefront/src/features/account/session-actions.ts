'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { done, failed, type ActionResult, type FormState } from '@/lib/action-result';
import { mutateAsShopper } from '@/lib/vendure/client';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';
import { EndOtherSessions, EndSession } from './session-documents';

const choice = z.object({ session: z.string().min(1).max(40) });

/** What the form sends in place of a session's id to end all but this browser's. */
const ALL_OTHERS = 'others';

/** Signs out elsewhere. A session that has ended already is as good as one that ends now. */
export async function endSession(_state: FormState, form: FormData): Promise<ActionResult> {
    const t = await getTranslations('problem');
    const input = choice.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return failed(t('sessionNotEnded'));
    }
    if (!(await fetchCurrentCustomer())) {
        return failed(t('signInAgain'));
    }
    try {
        const { session } = input.data;
        await (session === ALL_OTHERS
            ? mutateAsShopper(EndOtherSessions, {})
            : mutateAsShopper(EndSession, { id: session }));
    } catch (error) {
        console.error('A session could not be ended:', error);
        return failed(t('sessionNotEnded'));
    }
    refresh();
    return done;
}
