import { useTranslations } from 'next-intl';
import { Money } from '@/components/ui/money';
import type { Announced } from '@/lib/price/announced';

/** The new price and the old one struck through, told apart for those who don't see the stroke. */
export function ReducedPrice({ reduction, currency }: { reduction: Announced; currency: string }) {
    const t = useTranslations('sale');
    return (
        <>
            <span className="sr-only">{t('now')} </span>
            <span className="font-medium text-sale">
                <Money amount={reduction.price} currency={currency} />
            </span>{' '}
            <span className="sr-only">{t('before')} </span>
            <s className="text-[0.85em] font-normal text-muted">
                <Money amount={reduction.previous} currency={currency} />
            </s>
        </>
    );
}

/** What the law asks for beside a reduction: the lowest price of 30 days, or why a price is a personal one. */
export function ReductionTerms({ reduction, currency }: { reduction: Announced; currency: string }) {
    const t = useTranslations('sale');
    if (reduction.declaration !== undefined) {
        return (
            <>
                {t('personal')} {reduction.declaration}
            </>
        );
    }
    return (
        reduction.lowest !== undefined && (
            <>
                {t('lowest')} <Money amount={reduction.lowest} currency={currency} />
            </>
        )
    );
}
