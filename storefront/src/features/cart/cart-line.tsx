'use client';

import { Minus, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useActionState, useOptimistic } from 'react';
import { ReductionTerms } from '@/components/price/reduced-price';
import { FormError } from '@/components/ui/form-message';
import { Money } from '@/components/ui/money';
import { ProductImage } from '@/components/ui/product-image';
import { Link } from '@/i18n/navigation';
import { announceRemoved } from '@/lib/cart/removed-from-cart';
import { parseLocale } from '@/lib/market/locale';
import { formatMoney } from '@/lib/money/money';
import type { Announced } from '@/lib/price/announced';
import type { OrderLine } from '@/lib/vendure/order-fragment';
import { setQuantity } from './actions';

interface Props {
    readonly line: OrderLine;
    readonly currency: string;
    readonly reduction: Announced | undefined;
}

/** One line of the cart with its quantity. */
export function CartLine({ line, currency, reduction }: Props) {
    const t = useTranslations('cart');
    const locale = useLocale();
    const { showsTax } = parseLocale(locale).market;
    const [result, submit, pending] = useActionState(setQuantity, undefined);
    const [quantity, showQuantity] = useOptimistic(line.quantity);
    const { product, options } = line.productVariant;
    const unitPrice = showsTax ? line.unitPriceWithTax : line.unitPrice;

    function send(form: FormData) {
        const asked = Number(form.get('quantity'));
        showQuantity(asked);
        if (asked === 0) {
            const { id, quantity: had } = line;
            announceRemoved({ id, variantId: line.productVariant.id, name: product.name, quantity: had });
        }
        submit(form);
    }

    return (
        <li
            className="grid grid-cols-[6rem_1fr] gap-5 border-b border-line py-6 md:grid-cols-[8rem_1fr]"
            aria-busy={pending}
        >
            <Link
                href={`/products/${product.slug}?variant=${line.productVariant.id}`}
                tabIndex={-1}
                aria-hidden
                className="relative aspect-4/5 overflow-hidden rounded-lg bg-surface"
            >
                <ProductImage src={line.featuredAsset?.preview} alt="" sizes="8rem" />
            </Link>
            <div className="flex flex-col">
                <div className="flex justify-between gap-4">
                    <h2 className="font-medium">
                        <Link
                            href={`/products/${product.slug}?variant=${line.productVariant.id}`}
                            className="underline-offset-4 hover:underline"
                        >
                            {product.name}
                        </Link>
                    </h2>
                    <LinePrice
                        amount={showsTax ? line.linePriceWithTax : line.linePrice}
                        before={reduction && reduction.previous * line.quantity}
                        currency={currency}
                    />
                </div>
                <p className="mt-1 text-sm text-muted">{options.map(option => option.name).join(', ')}</p>
                {line.quantity > 1 && (
                    <p className="mt-1 text-sm text-muted">
                        {t('each', { price: formatMoney(unitPrice, currency, locale) })}
                    </p>
                )}
                {reduction && (
                    <p className="mt-1 text-sm text-muted">
                        <ReductionTerms reduction={reduction} currency={currency} />
                    </p>
                )}
                <div className="mt-auto flex items-center justify-between gap-4 pt-4">
                    <form action={send} className="flex items-center rounded-full border border-edge">
                        <input type="hidden" name="lineId" value={line.id} />
                        <button
                            name="quantity"
                            value={quantity - 1}
                            className="grid size-11 place-items-center rounded-full hover:bg-surface"
                            aria-label={t('decrease', { name: product.name })}
                        >
                            <Minus size={16} aria-hidden />
                        </button>
                        <output
                            aria-label={t('quantityOf', { name: product.name })}
                            className="min-w-8 text-center tabular-nums"
                        >
                            {quantity}
                        </output>
                        <button
                            name="quantity"
                            value={quantity + 1}
                            className="grid size-11 place-items-center rounded-full hover:bg-surface"
                            aria-label={t('increase', { name: product.name })}
                        >
                            <Plus size={16} aria-hidden />
                        </button>
                    </form>
                    <form action={send}>
                        <input type="hidden" name="lineId" value={line.id} />
                        <button
                            name="quantity"
                            value={0}
                            className="py-2 text-sm text-muted underline underline-offset-4 hover:text-ink"
                            aria-label={t('removeLine', { name: product.name })}
                        >
                            {t('remove')}
                        </button>
                    </form>
                </div>
                <div className="mt-2">
                    <FormError>{result && !result.ok && result.error.message}</FormError>
                </div>
            </div>
        </li>
    );
}

function LinePrice({
    amount,
    before,
    currency,
}: {
    amount: number;
    before: number | undefined;
    currency: string;
}) {
    const t = useTranslations('sale');
    return before === undefined ? (
        <Money amount={amount} currency={currency} />
    ) : (
        <span className="text-right">
            <span className="sr-only">{t('now')} </span>
            <span className="text-sale">
                <Money amount={amount} currency={currency} />
            </span>{' '}
            <span className="sr-only">{t('before')} </span>
            <s className="text-sm text-muted">
                <Money amount={before} currency={currency} />
            </s>
        </span>
    );
}
