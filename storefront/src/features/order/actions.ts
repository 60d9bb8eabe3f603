'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { redirect } from '@/i18n/navigation';
import { failed, type ActionResult, type FormState } from '@/lib/action-result';
import { rememberOrder } from '@/lib/vendure/known-orders';
import { createOrderKey } from './order-key';

const lookup = z.object({
    code: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z0-9_-]{4,64}$/),
    emailAddress: z.string().trim().toLowerCase().pipe(z.email()),
});

/**
 * Shows an order to who knows its number and the e-mail it was ordered with. One answer for every mistake: it
 * tells nobody whether an order exists.
 */
export async function findOrder(_state: FormState, form: FormData): Promise<ActionResult> {
    const input = lookup.safeParse(Object.fromEntries(form));
    const key = input.success ? await createOrderKey(input.data.code, input.data.emailAddress) : undefined;
    if (!input.success || !key) {
        const t = await getTranslations('order');
        return failed(t('notFound'));
    }
    await rememberOrder(input.data.code, key);
    return redirect({ href: `/orders/${input.data.code}`, locale: await getLocale() });
}
