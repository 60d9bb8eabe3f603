import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { languageTag, parseLocale } from '@/lib/market/locale';
import { listingQuery, type ListingState } from './listing-state';
import { hasPrice, writeAmount, type PriceBounds } from './price-filter';
import { PriceForm } from './price-form';

interface Props {
    /** Path of the listing, without language and market. */
    readonly path: string;
    readonly state: ListingState;
    /** What the products cost, whatever price was asked for. */
    readonly prices: PriceBounds;
}

/** The range of prices beside a listing. */
export function PricePanel({ path, state, prices }: Props) {
    const t = useTranslations('price');
    const { locale, market } = parseLocale(useLocale());
    const { min, max } = state.price;
    const withoutPrice = listingQuery({ ...state, price: {}, page: 1 });
    const written = (amount: number) =>
        (amount / 100).toLocaleString(languageTag(locale), { useGrouping: false });
    const asTyped = (amount: number | undefined) => (amount === undefined ? '' : writeAmount(amount));
    return (
        <section aria-label={t('title')}>
            <h2 className="mb-2 text-sm font-semibold">{t('title')}</h2>
            <PriceForm
                path={path}
                kept={[...new URLSearchParams(withoutPrice)]}
                ends={[
                    // Outwards to whole units, so that what is suggested leaves nothing out.
                    { name: 'min', value: asTyped(min), hint: written(Math.floor(prices.min / 100) * 100) },
                    { name: 'max', value: asTyped(max), hint: written(Math.ceil(prices.max / 100) * 100) },
                ]}
                currency={market.currency}
            />
            {hasPrice(state.price) && (
                <Link
                    href={path + withoutPrice}
                    scroll={false}
                    className="mt-1 inline-flex min-h-11 items-center text-sm underline underline-offset-4"
                >
                    {t('any')}
                </Link>
            )}
        </section>
    );
}
