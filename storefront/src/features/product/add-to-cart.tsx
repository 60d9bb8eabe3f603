'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef, useState } from 'react';
import { buttonStyle } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { Link } from '@/i18n/navigation';
import type { ActionResult, FormState } from '@/lib/action-result';
import { announceAdded } from '@/lib/cart/added-to-cart';
import { isSoldOut } from './option-matrix';
import type { Variant } from './product-query';

export type AddToCartAction = (state: FormState, form: FormData) => Promise<ActionResult>;

const quantities = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Puts the chosen variant into the cart and says so beside the button. */
export function AddToCart({ variant, action }: { variant: Variant; action: AddToCartAction }) {
    const t = useTranslations('product');
    const [result, submit] = useActionState(action, undefined);
    const [quantity, setQuantity] = useState('1');
    const added = useRef<HTMLDivElement>(null);
    useEffect(() => {
        if (result?.ok) {
            added.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
            announceAdded();
        }
    }, [result]);

    if (isSoldOut(variant)) {
        return (
            <p className="mt-8 rounded-full bg-surface px-6 py-3.5 text-center text-muted">
                {t('outOfStock')}
            </p>
        );
    }
    return (
        <form action={submit} className="mt-8">
            <input type="hidden" name="variantId" value={variant.id} />
            <div className="flex gap-3">
                <label htmlFor="quantity" className="sr-only">
                    {t('quantity')}
                </label>
                <select
                    id="quantity"
                    name="quantity"
                    value={quantity}
                    onChange={event => setQuantity(event.target.value)}
                    className="h-13 rounded-full border border-edge bg-paper px-5 hover:border-ink"
                >
                    {quantities.map(number => (
                        <option key={number}>{number}</option>
                    ))}
                </select>
                <SubmitButton className="min-h-13 flex-1" pending={t('adding')}>
                    {t('add')}
                </SubmitButton>
            </div>
            <div className="mt-4">
                <FormError>{result && !result.ok && result.error.message}</FormError>
                <div role="status" ref={added}>
                    {result?.ok && (
                        <div className="flex flex-wrap items-center justify-between gap-3 rounded-2xl bg-surface py-3 pr-3 pl-5">
                            <span className="flex items-center gap-2.5 font-medium text-positive">
                                <Check size={19} aria-hidden /> {t('added')}
                            </span>
                            <Link href="/cart" className={buttonStyle('secondary')}>
                                {t('goToCart')}
                            </Link>
                        </div>
                    )}
                </div>
            </div>
        </form>
    );
}
