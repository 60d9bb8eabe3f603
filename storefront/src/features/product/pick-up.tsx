'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { PickUpPlace, PickUpStock } from './pick-up-stock';
import { usePickUpStock } from './use-pick-up-stock';

interface Props {
    readonly productId: string;
    readonly variantId: string;
    /** Those that were known when the page was made: they stand there before it is known what they have. */
    readonly places: readonly PickUpPlace[];
}

/** Where the variant can be fetched. The page may be an old one; this is asked anew, and so needs scripts. */
export function PickUp({ productId, variantId, places }: Props) {
    const t = useTranslations('product');
    const fault = useTranslations('fault');
    const part = useRef<HTMLElement>(null);
    const { stock, askAgain } = usePickUpStock(part, productId, variantId);
    const known = typeof stock === 'string' ? undefined : stock;
    const rows = known ?? places.map(place => ({ place, availability: undefined }));
    return (
        <section ref={part} tabIndex={-1} aria-labelledby="pick-up" className="mt-6 noscript:hidden">
            <h2 id="pick-up" className="text-sm font-medium">
                {t('pickUp')}
            </h2>
            <div aria-live="polite" aria-busy={stock === 'asked'}>
                <ul className="mt-2 text-[0.95rem]">
                    {rows.map(({ place, availability }) => (
                        <li key={place.id} className="flex items-baseline justify-between gap-4 py-1">
                            <span>{place.name}</span>
                            {availability ? (
                                <Availability of={availability} />
                            ) : (
                                stock === 'asked' && (
                                    <span className="shrink-0 text-sm text-muted">{t('pickUpChecking')}</span>
                                )
                            )}
                        </li>
                    ))}
                </ul>
                {known?.every(({ availability }) => availability === 'NOT_HERE') && (
                    <p className="mt-1 text-sm text-muted">{t('pickUpNowhere')}</p>
                )}
                {stock === 'unknown' && <p className="mt-1 text-sm text-danger">{t('pickUpFailed')}</p>}
            </div>
            {stock === 'unknown' && (
                <button
                    type="button"
                    onClick={() => {
                        // The button goes as it is pressed: the keyboard goes on from here.
                        part.current?.focus({ preventScroll: true });
                        askAgain();
                    }}
                    className="min-h-11 text-[0.95rem] underline decoration-line underline-offset-4 hover:decoration-ink"
                >
                    {fault('retry')}
                </button>
            )}
        </section>
    );
}

function Availability({ of }: { of: PickUpStock['availability'] }) {
    const t = useTranslations('product');
    switch (of) {
        case 'IN_STOCK':
            return <span className="shrink-0 text-sm text-positive">{t('inStock')}</span>;
        case 'FEW_LEFT':
            return <span className="shrink-0 text-sm text-sale">{t('lowStock')}</span>;
        case 'NOT_HERE':
            return <span className="shrink-0 text-sm text-muted">{t('pickUpNotHere')}</span>;
    }
}
