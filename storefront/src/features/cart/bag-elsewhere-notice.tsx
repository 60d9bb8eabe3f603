import { getTranslations } from 'next-intl/server';
import { fetchBagElsewhere } from '@/lib/cart/bag-elsewhere';
import { currentMarket } from '@/lib/market/current-market';
import { bringBag } from './bring-bag';
import { MoveBagForm } from './move-bag-form';

/** Offers the cart of another market, with a word about prices and taxes. For a cart that is empty. */
export async function BagElsewhereNotice() {
    const [bag, { market }, t, names] = await Promise.all([
        fetchBagElsewhere(),
        currentMarket(),
        getTranslations('bagElsewhere'),
        getTranslations('markets'),
    ]);
    if (!bag) {
        return null;
    }
    return (
        <section className="mx-auto grid max-w-2xl justify-items-center gap-3 rounded-2xl bg-surface px-5 py-7 text-center md:px-8">
            <h2 className="display text-2xl">
                {t('title', { market: names(bag.market), count: bag.order.totalQuantity })}
            </h2>
            <p className="mb-2 text-[0.95rem] text-muted">
                {t(market.showsTax ? 'taxIncluded' : 'taxAdded', { currency: market.currency })}
            </p>
            <MoveBagForm move={bringBag} button={t('bring')} pending={t('bringing')} />
        </section>
    );
}
