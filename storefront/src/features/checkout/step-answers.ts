import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from '@/i18n/navigation';
import { failed, type ActionResult } from '@/lib/action-result';
import { readAttempt } from './payment-attempt';

export async function goTo(href: string): Promise<never> {
    return redirect({ href, locale: await getLocale() });
}

export async function cartGone(): Promise<ActionResult> {
    const t = await getTranslations('problem');
    return failed(t('cartGone'));
}

/** The server keeps an order as it is while a payment may still go through. */
export async function paymentUnderWay(): Promise<ActionResult> {
    const attempt = await readAttempt();
    if (attempt?.intentId) {
        return goTo(`/checkout/payment/${attempt.intentId}`);
    }
    const t = await getTranslations('problem');
    return failed(t('paymentUnderWay'));
}
