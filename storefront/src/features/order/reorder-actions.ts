'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { graphql } from '@/graphql/graphql';
import { failed, type ActionResult, type FormState } from '@/lib/action-result';
import { makeOrderEditable } from '@/lib/vendure/active-order';
import { mutateAsShopper, ShopApiError } from '@/lib/vendure/client';
import { fetchShownOrder } from '@/lib/vendure/order-by-code';
import type { OrderLine } from '@/lib/vendure/order-fragment';

const AddAgain = graphql(`
    mutation AddAgain($variantId: ID!, $quantity: Int!) {
        addItemToOrder(productVariantId: $variantId, quantity: $quantity) {
            __typename
            ... on InsufficientStockError {
                quantityAvailable
            }
        }
    }
`);

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
    let added = 0;
    const short: Reordered['short'][number][] = [];
    for (const line of order.lines) {
        const pieces = line.quantity > 0 ? await addAgain(line) : 0;
        added += pieces;
        if (pieces < line.quantity) {
            short.push({ name: line.productVariant.name, added: pieces });
        }
    }
    refresh();
    return { ok: true, data: { added, short } };
}

/** @returns How many pieces went into the cart. */
async function addAgain({ productVariant, quantity }: OrderLine): Promise<number> {
    try {
        const { addItemToOrder } = await mutateAsShopper(AddAgain, {
            variantId: productVariant.id,
            quantity,
        });
        switch (addItemToOrder.__typename) {
            case 'Order':
                return quantity;
            case 'InsufficientStockError':
                return addItemToOrder.quantityAvailable;
            case 'NegativeQuantityError':
            case 'OrderInterceptorError':
            case 'OrderLimitError':
            case 'OrderModificationError':
                return 0;
        }
    } catch (error) {
        // The shop does not sell it any more.
        if (error instanceof ShopApiError && error.code === 'ENTITY_NOT_FOUND') {
            return 0;
        }
        throw error;
    }
}
