import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { currentConsent } from '@/lib/consent/current-consent';
import { currentMarket } from '@/lib/market/current-market';
import { formatMoney } from '@/lib/money/money';
import { shownRange } from '@/lib/money/price-range';
import { fetchCustomerIfAnswered } from '@/lib/vendure/current-customer';
import { LazyRailCards } from './lazy-rail-cards';
import { NoRail } from './no-rail';
import { RailFrame, RailSkeleton, type RailTitle } from './rail-frame';
import { fetchRail, type RailItem, type RailList, type RailRequest } from './rail-query';
import { reasonText } from './reason';

type Props = RailRequest & {
    /** What `fetchRail` is about to answer, where the page could ask before it knew what to show around it. */
    readonly list?: Promise<RailList | undefined>;
};

/** Recommendations in a row, streamed into the page when they are there. */
export function Rail({ list, ...request }: Props) {
    return (
        <Suspense fallback={<RailSkeleton title={request.placement} />}>
            <LoadedRail request={request} loading={list ?? fetchRail(request)} />
        </Suspense>
    );
}

/** What sells is not called personal, nor fit for anything, whatever was asked for. */
function titleOf({ placement }: RailRequest, { personal, items }: RailList): RailTitle {
    const isWhatSells = items.every(({ reason }) => reason?.code === 'POPULAR' || reason?.code === 'NEW');
    return isWhatSells || (placement === 'FOR_YOU' && !personal) ? 'TRENDING' : placement;
}

async function LoadedRail({
    request,
    loading,
}: {
    request: RailRequest;
    loading: Promise<RailList | undefined>;
}) {
    const [list, consent, customer, { locale, market }, t, tRail] = await Promise.all([
        loading,
        currentConsent(),
        fetchCustomerIfAnswered(),
        currentMarket(),
        getTranslations('listing'),
        getTranslations('rail'),
    ]);
    const priceOf = ({ product }: RailItem) => {
        const { min, max } = shownRange(product, market.showsTax);
        const price = formatMoney(min, product.currencyCode, locale);
        return min === max ? price : t('from', { price });
    };
    if (!list) {
        return (
            <NoRail>
                <RailSkeleton title={request.placement} />
            </NoRail>
        );
    }
    return (
        <RailFrame title={titleOf(request, list)}>
            <LazyRailCards
                key={list.recommendationId}
                recommendationId={list.recommendationId}
                isPersonal={list.personal}
                cards={list.items.map(item => ({
                    id: item.product.productId,
                    name: item.product.productName,
                    slug: item.product.slug,
                    image: item.product.productAsset?.preview,
                    price: priceOf(item),
                    reason: item.reason && reasonText(tRail, item.reason),
                }))}
                isReported={consent.purposes.length > 0}
                canHide={customer !== undefined}
            />
        </RailFrame>
    );
}
