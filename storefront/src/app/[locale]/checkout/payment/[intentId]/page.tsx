import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { fetchPaymentStatus } from '@/features/checkout/payment-queries';
import { PaymentStatusView } from '@/features/checkout/payment-status-view';
import { redirect } from '@/i18n/navigation';
import { currentMarket } from '@/lib/market/current-market';
import { privateAddress } from '@/lib/private-address';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';
import { knowsOrder } from '@/lib/vendure/known-orders';

interface Props {
    readonly params: Promise<{ intentId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('paymentProgress');
    // Whoever knows the address sees how the payment stands.
    return { title: t('title'), robots: { index: false }, referrer: privateAddress };
}

/** How a payment stands whose outcome is not known yet. Reads only, so it can be reloaded and opened anywhere. */
export default async function PaymentStatusPage({ params }: Props) {
    const { intentId } = await params;
    const status = await fetchPaymentStatus(intentId);
    if (!status) {
        notFound();
    }
    if (status.state === 'PAID' && (await maySee(status.orderCode))) {
        const { locale } = await currentMarket();
        return redirect({ href: `/orders/${status.orderCode}?placed=1`, locale });
    }
    return <PaymentStatusView status={status} />;
}

async function maySee(orderCode: string): Promise<boolean> {
    return (await knowsOrder(orderCode)) || (await fetchCurrentCustomer()) !== undefined;
}
