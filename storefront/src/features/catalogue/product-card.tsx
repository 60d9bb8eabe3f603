import { useLocale, useTranslations } from 'next-intl';
import { ReducedPrice, ReductionTerms } from '@/components/price/reduced-price';
import { LinkPending } from '@/components/ui/link-pending';
import { ProductImage } from '@/components/ui/product-image';
import { Link } from '@/i18n/navigation';
import { parseLocale } from '@/lib/market/locale';
import { formatMoney } from '@/lib/money/money';
import { shownRange } from '@/lib/money/price-range';
import { announced } from '@/lib/price/announced';
import type { Reduction } from '@/lib/price/reduction';
import type { ProductSummary } from './search-products';

interface Props {
    readonly product: ProductSummary;
    /** Of its cheapest variant. */
    readonly reduction: Reduction | undefined;
    /** When its picture is asked for. */
    readonly comes?: 'first' | 'early';
}

/** One product in a listing; the whole card leads to it, by one link. */
export function ProductCard({ product, reduction, comes }: Props) {
    const t = useTranslations('listing');
    const sale = useTranslations('sale');
    const locale = useLocale();
    const { showsTax } = parseLocale(locale).market;
    const { min, max } = shownRange(product, showsTax);
    const reduced = announced(reduction, showsTax, min);
    const reducedPrice = reduced && <ReducedPrice reduction={reduced} currency={product.currencyCode} />;
    const price = formatMoney(min, product.currencyCode, locale);
    return (
        <article className="group relative">
            <div className="relative aspect-4/5 overflow-hidden rounded-xl bg-surface">
                <ProductImage
                    src={product.productAsset?.preview}
                    alt=""
                    comes={comes}
                    sizes="(min-width: 80rem) 19rem, (min-width: 48rem) 30vw, calc(50vw - 1.75rem)"
                    widest={828}
                    className="transition-transform duration-500 ease-out group-hover:scale-[1.03]"
                />
                {!product.inStock && (
                    <span className="absolute top-3 left-3 rounded-full bg-raised px-3 py-1 text-xs font-medium text-ink">
                        {t('soldOut')}
                    </span>
                )}
            </div>
            <h3 className="mt-3.5 text-[0.98rem] leading-snug font-medium hyphens-auto">
                <Link
                    href={`/products/${product.slug}`}
                    className="decoration-1 underline-offset-4 group-hover:underline after:absolute after:inset-0"
                >
                    {product.productName}
                    <LinkPending />
                </Link>
            </h3>
            <p className="mt-1 text-[0.95rem] text-muted tabular-nums">
                {reduced
                    ? min === max
                        ? reducedPrice
                        : sale.rich('from', { price: () => reducedPrice })
                    : min === max
                      ? price
                      : t('from', { price })}
            </p>
            {reduced && (
                <p className="mt-0.5 text-xs text-muted">
                    <ReductionTerms reduction={reduced} currency={product.currencyCode} />
                </p>
            )}
        </article>
    );
}
