'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from '@/i18n/navigation';
import { failed, failedFor, type ActionResult } from '@/lib/action-result';
import { addAll } from '@/lib/cart/add-all';
import { bring, fetchBagElsewhere } from '@/lib/cart/bag-elsewhere';
import { ApplyCoupon, RemoveAllLines } from '@/lib/cart/bag-mutations';
import { broughtTo, forgetBrought, missingOf, rememberBrought } from '@/lib/cart/brought-bag';
import { sum } from '@/lib/cart/pieces';
import { currentMarket } from '@/lib/market/current-market';
import { fetchActiveOrder, makeOrderEditable } from '@/lib/vendure/active-order';
import { mutateAsShopper, mutateAsShopperIn } from '@/lib/vendure/client';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';

/** Moves the cart of another market into this one and shows it. What is not to be had here is counted. */
export async function bringBag(): Promise<ActionResult> {
    const bag = await fetchBagElsewhere();
    if (!bag) {
        const t = await getTranslations('problem');
        return failed(t('cartGone'));
    }
    const brought = await bring(bag);
    if (!brought) {
        const t = await getTranslations('bagElsewhere');
        return failed(t('nothingHere'));
    }
    await rememberBrought(brought);
    const href = `/cart?from=${brought.from}&missing=${missingOf(brought)}`;
    return redirect({ href, locale: await getLocale() });
}

/** Moves the cart that came along back to where it was, with what was not to be had here. */
export async function takeBagBack(): Promise<ActionResult> {
    const [{ market, language }, order, customer] = await Promise.all([
        currentMarket(),
        fetchActiveOrder(),
        fetchCurrentCustomer(),
    ]);
    const [t, brought] = [await getTranslations('bagElsewhere'), await broughtTo(market.code, order)];
    if (!brought) {
        return failed(t('changedSince'));
    }
    if (!(await makeOrderEditable())) {
        const problem = await getTranslations('problem');
        return failedFor('payment-under-way', problem('paymentUnderWay'));
    }
    const there = `${language}-${brought.from}` as const;
    if (sum(await addAll(brought.items, there)) === 0) {
        return failed(t('nothingThere'));
    }
    for (const code of brought.coupons) {
        await mutateAsShopperIn(there, ApplyCoupon, { code });
    }
    // A guest's session has left this one.
    if (customer) {
        await mutateAsShopper(RemoveAllLines, {});
    }
    await forgetBrought();
    return redirect({ href: '/cart', locale: await getLocale() });
}
