import { Minus, Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FormError } from '@/components/ui/form-message';
import { Money } from '@/components/ui/money';
import { ProductImage } from '@/components/ui/product-image';
import { Link } from '@/i18n/navigation';
import type { CartViewLine } from './cart-view';

interface Props {
    readonly line: CartViewLine;
    readonly currency: string;
    /** Why its last change was refused. */
    readonly problem: string | undefined;
    readonly onChange: (quantity: number) => void;
}

const round = 'grid size-11 place-items-center rounded-full hover:bg-surface';

/** One line of the drawer's cart. */
export function DrawerLine({ line, currency, problem, onChange }: Props) {
    const t = useTranslations('cart');
    const { name, quantity } = line;
    return (
        <li className="border-b border-line py-5">
            <div className="grid grid-cols-[5rem_1fr] gap-4">
                <span className="relative aspect-4/5 overflow-hidden rounded-lg bg-surface">
                    <ProductImage src={line.image} alt="" sizes="5rem" widest={320} />
                </span>
                <div className="flex min-w-0 flex-col">
                    <div className="flex justify-between gap-3">
                        <Link
                            href={`/products/${line.slug}?variant=${line.variantId}`}
                            className="font-medium underline-offset-4 hover:underline"
                        >
                            {name}
                        </Link>
                        <Money amount={line.price} currency={currency} />
                    </div>
                    {line.options && <p className="mt-0.5 text-sm text-muted">{line.options}</p>}
                    <div className="mt-auto flex items-center justify-between pt-3">
                        <div className="flex items-center rounded-full border border-edge">
                            <button
                                type="button"
                                className={round}
                                aria-label={t('decrease', { name })}
                                onClick={() => onChange(quantity - 1)}
                            >
                                <Minus size={16} aria-hidden />
                            </button>
                            <output
                                aria-label={t('quantityOf', { name })}
                                className="min-w-7 text-center tabular-nums"
                            >
                                {quantity}
                            </output>
                            <button
                                type="button"
                                className={round}
                                aria-label={t('increase', { name })}
                                onClick={() => onChange(quantity + 1)}
                            >
                                <Plus size={16} aria-hidden />
                            </button>
                        </div>
                        <button
                            type="button"
                            className={round}
                            aria-label={t('removeLine', { name })}
                            onClick={() => onChange(0)}
                        >
                            <X size={17} aria-hidden />
                        </button>
                    </div>
                </div>
            </div>
            {problem && (
                <div className="mt-3">
                    <FormError>{problem}</FormError>
                </div>
            )}
        </li>
    );
}
