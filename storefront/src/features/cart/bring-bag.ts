'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from '@/i18n/navigation';
import { failed, type ActionResult } from '@/lib/action-result';
import { bring, fetchBagElsewhere } from './bag-elsewhere';

/** Moves the cart of another market into this one and shows it. What is not to be had here is counted. */
export async function bringBag(): Promise<ActionResult> {
    const bag = await fetchBagElsewhere();
    if (!bag) {
        const t = await getTranslations('problem');
        return failed(t('cartGone'));
    }
    const { lines, missing } = await bring(bag);
    if (missing === lines) {
        const t = await getTranslations('bagElsewhere');
        return failed(t('nothingHere'));
    }
    const href = missing > 0 ? `/cart?missing=${missing}` : '/cart';
    return redirect({ href, locale: await getLocale() });
}
