import { Info } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { broughtTo } from '@/lib/cart/brought-bag';
import { currentMarket } from '@/lib/market/current-market';
import { marketCodes } from '@/lib/market/market';
import type { Order } from '@/lib/vendure/order-fragment';
import { takeBagBack } from './bring-bag';
import { MoveBagForm } from './move-bag-form';

interface Props {
    readonly order: Order;
    /** As the address has it: from which market the cart came. */
    readonly from: string | string[] | undefined;
    /** As the address has it: how many of its products did not come, or not in that number. */
    readonly missing: string | string[] | undefined;
}

/** After a cart was brought from another market: what did not come along, and the way back. */
export async function BroughtNotice({ order, from, missing }: Props) {
    const market = marketCodes.find(code => code === from);
    if (!market) {
        return null;
    }
    const here = (await currentMarket()).market.code;
    const [t, names, brought] = await Promise.all([
        getTranslations('bagElsewhere'),
        getTranslations('markets'),
        broughtTo(here, order),
    ]);
    const count = /^[1-9]\d{0,2}$/.test(String(missing)) ? Number(missing) : 0;
    return (
        <div className="mb-8 flex gap-3 rounded-xl bg-surface px-5 py-4 text-[0.95rem]">
            <Info size={20} aria-hidden className="mt-0.5 shrink-0 text-muted" />
            <div className="grid justify-items-start gap-3">
                <div role="status" className="grid gap-1">
                    <p>{t('brought', { market: names(market) })}</p>
                    {count > 0 && <p>{t('missing', { count })}</p>}
                </div>
                {brought && (
                    <MoveBagForm
                        move={takeBagBack}
                        button={t('takeBack')}
                        pending={t('takingBack')}
                        look="secondary"
                    />
                )}
            </div>
        </div>
    );
}
