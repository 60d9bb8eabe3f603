'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, useTransition } from 'react';
import { FormError } from '@/components/ui/form-message';
import { onRemoved, type RemovedLine } from '@/lib/cart/removed-from-cart';
import { addToCart } from './actions';
import { RemovedNotice } from './removed-notice';

/** Puts the line back that was taken out last. @param lineIds - Those that are in the cart. */
export function UndoRemoval({ lineIds }: { lineIds: readonly string[] }) {
    const t = useTranslations('cart');
    const [removed, setRemoved] = useState<RemovedLine>();
    const [problem, setProblem] = useState<string>();
    const [, startTransition] = useTransition();
    useEffect(
        () =>
            onRemoved(line => {
                setProblem(undefined);
                setRemoved(line);
            }),
        [],
    );

    function undo({ variantId, quantity }: RemovedLine) {
        const form = new FormData();
        form.set('variantId', variantId);
        form.set('quantity', String(quantity));
        setRemoved(undefined);
        startTransition(async () => {
            const result = await addToCart(undefined, form).catch(() => undefined);
            if (!result?.ok) {
                startTransition(() => setProblem(result ? result.error.message : t('notChanged')));
            }
        });
    }

    // Announced before the server was asked: while the line is still there it has not gone.
    const gone = removed && !lineIds.includes(removed.id) ? removed : undefined;
    return (
        <div role="status" className="mb-6 empty:hidden">
            {gone && <RemovedNotice key={gone.id} name={gone.name} onUndo={() => undo(gone)} />}
            {problem && <FormError>{problem}</FormError>}
        </div>
    );
}
