import { useLocale, useTranslations } from 'next-intl';
import { LazySaleCountdown } from '@/components/price/lazy-sale-countdown';
import { ReducedPrice, ReductionTerms } from '@/components/price/reduced-price';
import { Money } from '@/components/ui/money';
import { parseLocale } from '@/lib/market/locale';
import { shownPrice } from '@/lib/money/money';
import { announced } from '@/lib/price/announced';
import type { Reductions } from '@/lib/price/reduction';
import type { Variant } from './product-query';

/** What a variant costs, whether with tax, and since when it is reduced. */
export async function PriceTag({
    variant,
    reductions,
}: {
    variant: Variant;
    /** Asked for already: the rest of the page does not wait for them. */
    reductions: Promise<Reductions>;
}) {
    return <Tag variant={variant} reductions={await reductions} />;
}

function Tag({ variant, reductions }: { variant: Variant; reductions: Reductions }) {
    const t = useTranslations('product');
    const { market } = parseLocale(useLocale());
    const price = shownPrice(variant, market.showsTax);
    const reduction = announced(
        reductions.items.find(({ productVariantId }) => productVariantId === variant.id),
        market.showsTax,
        price,
    );
    return (
        <div className="mt-4">
            <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="text-2xl font-medium" data-testid="price">
                    {reduction ? (
                        <ReducedPrice reduction={reduction} currency={variant.currencyCode} />
                    ) : (
                        <Money amount={price} currency={variant.currencyCode} />
                    )}
                </span>
                <span className="text-sm text-muted">
                    {market.showsTax
                        ? t('taxIncluded', { rate: variant.taxRateApplied.value })
                        : t('taxExcluded')}
                </span>
            </p>
            {reduction && (
                <p className="mt-1.5 text-sm text-muted">
                    <ReductionTerms reduction={reduction} currency={variant.currencyCode} />
                </p>
            )}
            {reduction?.endsAt !== undefined && (
                <LazySaleCountdown endsAt={reduction.endsAt} serverTime={reductions.serverTime} />
            )}
        </div>
    );
}
