import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageTitle } from '@/components/ui/page-title';
import { AppealPanel } from '@/features/appeal/appeal-panel';
import { fetchAppeal } from '@/features/appeal/appeal-queries';
import { OrderDetail } from '@/features/order/order-detail';
import { OrderTimeline } from '@/features/order/order-timeline';
import { fetchProgress } from '@/features/order/progress-query';
import { ReorderForm } from '@/features/order/reorder-form';
import { timelineOf } from '@/features/order/timeline';
import { privateAddress } from '@/lib/private-address';
import { fetchShownOrder } from '@/lib/vendure/order-by-code';
import { Rail } from '@/features/recommendations/rail';
import { Link, redirect } from '@/i18n/navigation';
import { currentMarket } from '@/lib/market/current-market';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';

interface Props {
    readonly params: Promise<{ code: string }>;
    readonly searchParams: Promise<{ placed?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
    const t = await getTranslations('order');
    // The address is a secret of the shopper's: no other site may learn it from a link.
    return {
        title: t('title', { code: (await params).code }),
        robots: { index: false },
        referrer: privateAddress,
    };
}

export default async function OrderPage({ params, searchParams }: Props) {
    const [t, { code }, { placed }, { locale }, customer] = await Promise.all([
        getTranslations('order'),
        params,
        searchParams,
        currentMarket(),
        fetchCurrentCustomer(),
    ]);
    const order = await fetchShownOrder(code);
    if (!order) {
        return redirect({ href: `/orders?code=${encodeURIComponent(code)}`, locale });
    }
    // What is placed was not refused.
    const appeal = order.orderPlacedAt ? undefined : await fetchAppeal(order.code);
    const isNew = placed === '1';
    return (
        <div className="page pt-8 md:pt-12">
            <PageTitle
                lead={isNew ? t('thanksText', { email: order.customer?.emailAddress ?? '' }) : undefined}
            >
                {isNew ? (
                    t('thanks', { name: order.customer?.firstName ?? '' })
                ) : (
                    // A code has nowhere to break: on a phone it has to fit into one line.
                    <span className="text-[clamp(1.25rem,7vw,2.25rem)] md:text-[3.25rem]">
                        {t('title', { code: order.code })}
                    </span>
                )}
            </PageTitle>
            <OrderDetail order={order}>
                {order.orderPlacedAt && <Progress code={order.code} isNew={isNew} />}
            </OrderDetail>
            <AppealPanel orderCode={order.code} appeal={appeal} />
            {!customer && (
                <p className="mt-14 border-t border-line pt-8 text-muted">
                    <Link
                        href={`/register?order=${order.code}`}
                        className="text-ink underline underline-offset-4"
                    >
                        {t('createAccount')}
                    </Link>
                </p>
            )}
            {isNew && (
                <div className="mt-20">
                    <Rail placement="AFTER_PURCHASE" orderCode={order.code} />
                </div>
            )}
        </div>
    );
}

async function Progress({ code, isNew }: { code: string; isNew: boolean }) {
    const [t, progress] = await Promise.all([getTranslations('legal'), fetchProgress(code)]);
    return (
        progress && (
            <>
                <OrderTimeline entries={timelineOf(progress)} />
                {!isNew && <ReorderForm code={code} />}
                <Link
                    href={`/withdraw?code=${code}`}
                    className="mt-6 inline-flex min-h-11 items-center text-[0.95rem] text-muted underline underline-offset-4 hover:text-ink"
                >
                    {t('withdraw')}
                </Link>
            </>
        )
    );
}
