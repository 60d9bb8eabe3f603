import { useLocale } from 'next-intl';
import { Money } from '@/components/ui/money';
import { ProductImage } from '@/components/ui/product-image';
import { parseLocale } from '@/lib/market/locale';
import type { Order } from '@/lib/vendure/order-fragment';

/** What was ordered, to read only. */
export function OrderLines({ order }: { order: Order }) {
    const { market } = parseLocale(useLocale());
    return (
        <ul className="grid gap-5">
            {order.lines.map(line => (
                <li key={line.id} className="flex gap-4">
                    <span className="relative h-20 w-16 shrink-0 overflow-hidden rounded-md bg-surface">
                        <ProductImage src={line.featuredAsset?.preview} alt="" sizes="4rem" widest={320} />
                    </span>
                    <span className="min-w-0 flex-1 text-[0.95rem]">
                        <span className="font-medium">{line.productVariant.product.name}</span>
                        <span className="mt-0.5 block text-sm text-muted">
                            {[
                                ...line.productVariant.options.map(option => option.name),
                                `× ${line.quantity}`,
                            ].join(', ')}
                        </span>
                    </span>
                    <Money
                        amount={market.showsTax ? line.linePriceWithTax : line.linePrice}
                        currency={order.currencyCode}
                    />
                </li>
            ))}
        </ul>
    );
}
