'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { done, failed, type ActionResult, type FormState } from '@/lib/action-result';
import { mutateAsShopper } from '@/lib/vendure/client';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';
import { ForgetCard } from './saved-card-documents';

const choice = z.object({ method: z.string().min(1).max(100), reference: z.string().min(1).max(500) });

/** Has the provider forget a card. The server sees to it that it is the customer's own. */
export async function forgetCard(_state: FormState, form: FormData): Promise<ActionResult> {
    const t = await getTranslations('problem');
    const input = choice.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return failed(t('cardNotRemoved'));
    }
    if (!(await fetchCurrentCustomer())) {
        return failed(t('signInAgain'));
    }
    try {
        await mutateAsShopper(ForgetCard, input.data);
    } catch (error) {
        // Most likely the provider is away. The card stays where it is, and in the list.
        console.error('A saved card could not be removed:', error);
        return failed(t('cardNotRemoved'));
    }
    refresh();
    return done;
}
