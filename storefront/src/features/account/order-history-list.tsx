import { ChevronRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { orderStateMessage } from '@/components/order/order-state';
import { Money } from '@/components/ui/money';
import { ProductImage } from '@/components/ui/product-image';
import { Link } from '@/i18n/navigation';
import type { PastOrder } from './order-history';

export function OrderHistoryList({ orders }: { orders: readonly PastOrder[] }) {
    const t = useTranslations();
    const format = useFormatter();
    if (orders.length === 0) {
        return <p className="text-muted">{t('account.noOrders')}</p>;
    }
    return (
        <ul className="border-t border-line">
            {orders.map(order => (
                <li key={order.id} className="relative flex items-center gap-4 border-b border-line py-5">
                    <span className="flex -space-x-6">
                        {order.lines.slice(0, 2).map(line => (
                            <span
                                key={line.id}
                                className="relative size-14 overflow-hidden rounded-lg border-2 border-paper bg-surface"
                            >
                                <ProductImage
                                    src={line.featuredAsset?.preview}
                                    alt=""
                                    sizes="4rem"
                                    widest={320}
                                />
                            </span>
                        ))}
                    </span>
                    <span className="min-w-0 flex-1">
                        <Link
                            href={`/orders/${order.code}`}
                            className="block font-medium underline-offset-4 after:absolute after:inset-0 hover:underline"
                        >
                            <span className="sr-only">{t('account.viewOrder', { code: order.code })}: </span>
                            {order.orderPlacedAt
                                ? format.dateTime(new Date(order.orderPlacedAt), { dateStyle: 'long' })
                                : order.code}
                        </Link>
                        <span className="block text-sm wrap-anywhere text-muted">
                            {t(`order.${orderStateMessage(order.state)}`)} · {order.code}
                        </span>
                    </span>
                    <span className="font-medium">
                        <Money amount={order.totalWithTax} currency={order.currencyCode} />
                    </span>
                    <ChevronRight size={18} aria-hidden className="hidden shrink-0 text-muted sm:block" />
                </li>
            ))}
        </ul>
    );
}
