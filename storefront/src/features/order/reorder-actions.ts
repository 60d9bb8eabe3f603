'use server';

import { refresh } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { failed, type ActionResult, type FormState } from '@/lib/action-result';
import { addAll } from '@/lib/cart/add-all';
import { bring, fetchBagElsewhere } from '@/lib/cart/bag-elsewhere';
import { sum, wantedOf, type Pieces, type Wanted } from '@/lib/cart/pieces';
import { makeOrderEditable } from '@/lib/vendure/active-order';
import { fetchShownOrder } from '@/lib/vendure/order-by-code';
import type { Order } from '@/lib/vendure/order-fragment';

/** What came of ordering again. */
export interface Reordered {
    /** Pieces that are in the cart now. */
    readonly added: number;
    /** Products of which not all are in the cart, and how many are. */
    readonly short: readonly { readonly name: string; readonly added: number }[];
}

const orderCode = z.string().regex(/^[\w-]{4,64}$/);

/** Puts what an order had into the cart, at today's prices, as far as the shop still has it. */
export async function reorder(
    _state: FormState<Reordered>,
    form: FormData,
): Promise<ActionResult<Reordered>> {
    const [t, code] = [await getTranslations('problem'), orderCode.safeParse(form.get('code'))];
    const order = code.success ? await fetchShownOrder(code.data) : undefined;
    if (!order) {
        return failed(t('signInAgain'));
    }
    if (!(await makeOrderEditable())) {
        return failed(t('paymentUnderWay'));
    }
    // As with anything that is put in: a guest's session has one cart.
    const bag = await fetchBagElsewhere();
    if (bag) {
        await bring(bag);
    }
    const wanted = wantedOf(order);
    const added = await addAll(wanted, await getLocale());
    refresh();
    return { ok: true, data: { added: sum(added), short: shortOf(order, wanted, added) } };
}

function shortOf({ lines }: Order, wanted: readonly Wanted[], added: readonly Pieces[]): Reordered['short'] {
    const short = wanted.filter(({ quantity }, index) => (added[index]?.quantity ?? 0) < quantity);
    return short.map(({ variantId }) => ({
        name: lines.find(({ productVariant }) => productVariant.id === variantId)?.productVariant.name ?? '',
        added: added.find(each => each.variantId === variantId)?.quantity ?? 0,
    }));
}
