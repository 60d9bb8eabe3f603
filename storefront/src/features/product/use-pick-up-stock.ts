'use client';

import { useLocale } from 'next-intl';
import { useEffect, useState, type RefObject } from 'react';
import type { PickUpStock } from './pick-up-stock';

/** What is known of the places: nothing yet, or that it can't be known now. */
export type KnownStock = readonly PickUpStock[] | 'asked' | 'unknown';

/** So far below what is seen a part is asked for already. */
const NEAR = '300px';

/**
 * What each place has of a variant, asked for as soon as the part of the page that shows it comes near. It is asked
 * for once; whoever shows another variant begins anew.
 */
export function usePickUpStock(part: RefObject<HTMLElement | null>, productId: string, variantId: string) {
    const locale = useLocale();
    const [isNear, setIsNear] = useState(false);
    const [attempt, setAttempt] = useState(1);
    const [stock, setStock] = useState<KnownStock>('asked');

    useEffect(() => {
        const observer = new IntersectionObserver(
            entries => {
                if (entries.some(({ isIntersecting }) => isIntersecting)) {
                    observer.disconnect();
                    setIsNear(true);
                }
            },
            { rootMargin: NEAR },
        );
        if (part.current) {
            observer.observe(part.current);
        }
        return () => observer.disconnect();
    }, [part]);

    useEffect(() => {
        if (!isNear) {
            return;
        }
        const open = new AbortController();
        const query = new URLSearchParams({ product: productId, variant: variantId });
        void ask(`/${locale}/pick-up?${query.toString()}`, open.signal).then(answer => {
            if (!open.signal.aborted) {
                setStock(answer);
            }
        });
        return () => open.abort();
    }, [isNear, attempt, locale, productId, variantId]);

    function askAgain() {
        setStock('asked');
        setAttempt(before => before + 1);
    }

    return { stock, askAgain };
}

async function ask(address: string, signal: AbortSignal): Promise<KnownStock> {
    try {
        const response = await fetch(address, { signal });
        return response.ok ? ((await response.json()) as readonly PickUpStock[]) : 'unknown';
    } catch {
        return 'unknown';
    }
}
