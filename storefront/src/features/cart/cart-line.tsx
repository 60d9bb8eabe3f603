'use client';

import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOptimistic, type ReactNode } from 'react';
import { FormError } from '@/components/ui/form-message';
import { ProductImage } from '@/components/ui/product-image';
import { useAction } from '@/components/ui/use-action';
import { Link } from '@/i18n/navigation';
import { announceRemoved } from '@/lib/cart/removed-from-cart';
import type { OrderLine } from '@/lib/vendure/order-fragment';
import { setQuantity } from './actions';

interface Props {
    readonly line: OrderLine;
    /** What it costs, from the server. */
    readonly price: ReactNode;
    /** What there is to say of the price, from the server. */
    readonly terms: ReactNode;
}

/** One line of the cart with its quantity. */
export function CartLine({ line, price, terms }: Props) {
    const t = useTranslations('cart');
    const [result, submit, pending] = useAction(setQuantity);
    const [quantity, show] = useOptimistic(line.quantity, changed);
    const { product, options } = line.productVariant;

    function send(form: FormData) {
        show(form);
        if (changed(quantity, form) === 0) {
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
                <ProductImage src={line.featuredAsset?.preview} alt="" sizes="8rem" widest={480} />
            </Link>
            <div className="flex min-w-0 flex-col">
                <div className="flex justify-between gap-4">
                    <h2 className="min-w-0 font-medium hyphens-auto">
                        <Link
                            href={`/products/${product.slug}?variant=${line.productVariant.id}`}
                            className="underline-offset-4 hover:underline"
                        >
                            {product.name}
                        </Link>
                    </h2>
                    {price}
                </div>
                <p className="mt-1 text-sm text-muted">{options.map(option => option.name).join(', ')}</p>
                {terms}
                <div className="mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pt-4">
                    <form action={send} className="flex items-center rounded-full border border-edge">
                        <input type="hidden" name="lineId" value={line.id} />
                        <button
                            name="step"
                            value={-1}
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
                            name="step"
                            value={1}
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
                            className="min-h-11 text-sm text-muted underline underline-offset-4 hover:text-ink"
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

/** What a button of the line makes of a quantity: a step, since several may be pressed before the page knows more. */
function changed(quantity: number, form: FormData): number {
    const step = form.get('step');
    return step === null ? Number(form.get('quantity')) : Math.max(0, quantity + Number(step));
}
