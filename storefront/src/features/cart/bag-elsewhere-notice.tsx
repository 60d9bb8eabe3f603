import { getTranslations } from 'next-intl/server';
import { fetchBagElsewhere } from '@/lib/cart/bag-elsewhere';
import { currentMarket } from '@/lib/market/current-market';
import { BringBagForm } from './bring-bag-form';

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
        <BringBagForm
            title={t('title', { market: names(bag.market), count: bag.order.totalQuantity })}
            text={t(market.showsTax ? 'taxIncluded' : 'taxAdded', { currency: market.currency })}
            bring={t('bring')}
            bringing={t('bringing')}
        />
    );
}
