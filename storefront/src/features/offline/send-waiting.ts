import type { ActionResult, FormState } from '@/lib/action-result';
import { dropFirstWaiting, readWaiting } from '@/lib/cart/waiting';

/** What the server said to something that waited. */
export interface Answer {
    readonly name: string;
    /** Why it is not in the cart, or not yet, or not in that number. */
    readonly problem?: string;
}

type Add = (state: FormState, form: FormData) => Promise<ActionResult>;

/**
 * Puts what waits into the cart, one after the other, in one tab only. When the shop can't be reached after all, or a payment
 * is under way, during which nothing can be put in, the rest goes on waiting.
 */
export async function sendWaiting(market: string, add: Add, refused: string): Promise<Answer[]> {
    if (readWaiting(localStorage, market).length === 0) {
        return [];
    }
    return navigator.locks.request('efi-waiting', { ifAvailable: true }, async lock =>
        lock ? sendAll(market, add, refused) : [],
    );
}

async function sendAll(market: string, add: Add, refused: string): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (const { name, variantId, quantity } of readWaiting(localStorage, market)) {
        const form = new FormData();
        form.set('variantId', variantId);
        form.set('quantity', String(quantity));
        try {
            const result = await add(undefined, form);
            answers.push(result.ok ? { name } : { name, problem: result.error.message || refused });
            if (!result.ok && result.error.reason === 'payment-under-way') {
                break;
            }
            dropFirstWaiting(localStorage, market);
        } catch {
            break;
        }
    }
    return answers;
}
