'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { comparedProducts, keepCompared, MOST_COMPARED } from './compared';

const chosen = z.object({
    productId: z.string().regex(/^[\w-]{1,20}$/),
    compared: z.enum(['yes', 'no']),
});

/** Puts a product beside others, in the place of the one that stands there longest if need be, or takes it away. */
export async function compareProduct(form: FormData): Promise<void> {
    const input = chosen.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return;
    }
    const { productId, compared } = input.data;
    const others = (await comparedProducts()).filter(id => id !== productId);
    await keepCompared(compared === 'yes' ? [...others, productId].slice(-MOST_COMPARED) : others);
    refresh();
}
