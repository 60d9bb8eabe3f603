'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useState, useTransition } from 'react';
import type { ActionResult, FormState } from '@/lib/action-result';
import { addToCart, setQuantity } from './actions';
import { expectChange, type CartChange, type CartView, type CartViewLine } from './cart-view';

type Act = (state: FormState, form: FormData) => Promise<ActionResult>;

interface Problem {
    /** Of the line that was to change. */
    readonly lineId: string;
    readonly message: string;
}

/** The cart as the shopper means it to be, and what the server says to that. */
export function useCartChanges(cart: CartView | undefined) {
    const t = useTranslations('cart');
    const [shown, expect] = useOptimistic(cart, (current, next: CartChange) =>
        current ? expectChange(current, next) : current,
    );
    const [isPending, startTransition] = useTransition();
    const [problem, setProblem] = useState<Problem>();
    const [removed, setRemoved] = useState<CartViewLine>();

    function send(line: CartViewLine, act: Act, fields: Record<string, string>, expected?: CartChange) {
        setProblem(undefined);
        startTransition(async () => {
            if (expected) {
                expect(expected);
            }
            const message = await tell(act, fields, t('notChanged'));
            if (message !== undefined) {
                startTransition(() => {
                    setProblem({ lineId: line.id, message });
                    setRemoved(undefined);
                });
            }
        });
    }

    return {
        shown,
        isPending,
        problem,
        /** The line that was removed last, until something else happens. */
        removed,
        change: (line: CartViewLine, quantity: number) => {
            setRemoved(quantity === 0 ? line : undefined);
            const change = { lineId: line.id, quantity };
            send(line, setQuantity, { ...change, quantity: String(quantity) }, change);
        },
        /** Puts the line that was removed last back in. */
        undo: () => {
            if (removed) {
                setRemoved(undefined);
                const { variantId, quantity } = removed;
                send(removed, addToCart, { variantId, quantity: String(quantity) });
            }
        },
    };
}

/** @returns Why not, in the shopper's words, or undefined when it is done. */
async function tell(
    act: Act,
    fields: Readonly<Record<string, string>>,
    unreachable: string,
): Promise<string | undefined> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
        form.set(name, value);
    }
    try {
        const result = await act(undefined, form);
        return result.ok ? undefined : result.error.message;
    } catch {
        return unreachable;
    }
}
