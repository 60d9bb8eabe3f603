'use server';

import { refresh } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { redirect } from '@/i18n/navigation';
import { done, failed, failedFor, type ActionResult, type FormState } from '@/lib/action-result';
import { bring, fetchBagElsewhere } from '@/lib/cart/bag-elsewhere';
import { rememberBagMarket } from '@/lib/cart/bag-market';
import { ApplyCoupon } from '@/lib/cart/bag-mutations';
import { currentMarket } from '@/lib/market/current-market';
import { fetchPriceChanges } from '@/lib/price/price-changes';
import { fetchActiveOrder, makeOrderEditable } from '@/lib/vendure/active-order';
import { mutateAsShopper } from '@/lib/vendure/client';
import { hasSession } from '@/lib/vendure/session';
import { fetchStockShortfalls } from '@/lib/vendure/stock-shortfalls';
import { AddItem, AdjustLine, RemoveCoupon, RemoveLine } from './cart-mutations';
import { explainCoupon, explainUpdate } from './cart-problems';

const id = z.string().regex(/^[\w-]{1,64}$/);
const addition = z.object({ variantId: id, quantity: z.coerce.number().int().min(1).max(999) });
const change = z.union([
    z.object({ lineId: id, quantity: z.coerce.number().int().min(0).max(999) }),
    z.object({ lineId: id, step: z.enum(['-1', '1']).transform(Number) }),
]);
const coupon = z.object({ code: z.string().trim().min(1).max(100) });

/** Puts a variant into the cart. */
export async function addToCart(_state: FormState, form: FormData): Promise<ActionResult> {
    const input = addition.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return notUnderstood();
    }
    if (!(await makeOrderEditable())) {
        return paymentUnderWay();
    }
    // A guest's session has one cart: that of another market would be gone with the first thing in this one.
    const bag = await fetchBagElsewhere();
    if (bag) {
        await bring(bag);
    }
    const [{ addItemToOrder }, { market }] = await Promise.all([
        mutateAsShopper(AddItem, input.data),
        currentMarket(),
    ]);
    await rememberBagMarket(market.code);
    refresh();
    return explainUpdate(addItemToOrder);
}

/**
 * Sets the quantity of a line, or takes it a step up or down: steps count each, however often a button is pressed before the
 * page knows the new quantity. None removes the line.
 */
export async function setQuantity(_state: FormState, form: FormData): Promise<ActionResult> {
    const input = change.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return notUnderstood();
    }
    if (!(await hasSession())) {
        return cartGone();
    }
    if (!(await makeOrderEditable())) {
        return paymentUnderWay();
    }
    const { lineId } = input.data;
    const quantity =
        'quantity' in input.data ? input.data.quantity : await quantityAfter(lineId, input.data.step);
    const result = quantity === undefined ? done : await changeLine(lineId, quantity);
    refresh();
    return result;
}

/** @returns `undefined` for a line that has gone. */
async function quantityAfter(lineId: string, step: number): Promise<number | undefined> {
    const line = (await fetchActiveOrder())?.lines.find(({ id }) => id === lineId);
    return line && Math.min(999, line.quantity + step);
}

/** Takes from each line what the shop can't deliver. A line with none left goes. */
export async function adjustToStock(): Promise<ActionResult> {
    if (!(await makeOrderEditable())) {
        return paymentUnderWay();
    }
    let answer = done;
    for (const { orderLineId, available } of await fetchStockShortfalls()) {
        const result = await changeLine(orderLineId, available);
        answer = result.ok ? answer : result;
    }
    refresh();
    return answer;
}

/** Puts the prices now in force into the cart, which otherwise has them with its next change, and goes to pay. */
export async function goOnAtNewPrices(): Promise<ActionResult> {
    if (!(await makeOrderEditable())) {
        return paymentUnderWay();
    }
    const [order, changes] = await Promise.all([fetchActiveOrder(), fetchPriceChanges()]);
    for (const { orderLineId } of changes) {
        const line = order?.lines.find(({ id }) => id === orderLineId);
        const result = line ? await changeLine(line.id, line.quantity) : done;
        if (!result.ok) {
            refresh();
            return result;
        }
    }
    return redirect({ href: '/checkout', locale: await getLocale() });
}

async function changeLine(lineId: string, quantity: number): Promise<ActionResult> {
    return explainUpdate(
        quantity === 0
            ? (await mutateAsShopper(RemoveLine, { lineId })).removeOrderLine
            : (await mutateAsShopper(AdjustLine, { lineId, quantity })).adjustOrderLine,
    );
}

export async function applyCoupon(_state: FormState, form: FormData): Promise<ActionResult> {
    const input = coupon.safeParse(Object.fromEntries(form));
    if (!input.success) {
        const t = await getTranslations('form');
        return failed(t('required'));
    }
    if (!(await hasSession())) {
        return cartGone();
    }
    if (!(await makeOrderEditable())) {
        return paymentUnderWay();
    }
    const { applyCouponCode } = await mutateAsShopper(ApplyCoupon, input.data);
    refresh();
    return explainCoupon(applyCouponCode, input.data.code);
}

export async function removeCoupon(_state: FormState, form: FormData): Promise<ActionResult> {
    const input = coupon.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return notUnderstood();
    }
    if (!(await makeOrderEditable())) {
        return paymentUnderWay();
    }
    await mutateAsShopper(RemoveCoupon, input.data);
    refresh();
    return done;
}

/** Only a form that is not ours sends such a thing. */
async function notUnderstood(): Promise<ActionResult> {
    const t = await getTranslations('problem');
    return failed(t('notChanged'));
}

async function cartGone(): Promise<ActionResult> {
    const t = await getTranslations('problem');
    return failed(t('cartGone'));
}

async function paymentUnderWay(): Promise<ActionResult> {
    const t = await getTranslations('problem');
    return failedFor('payment-under-way', t('paymentUnderWay'));
}
