'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type ChangeEvent, type SubmitEvent } from 'react';
import { buttonStyle } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-message';
import { handOver } from '@/components/ui/hand-over';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import { Link } from '@/i18n/navigation';
import { classes } from '@/lib/classes';
import type { ActionResult, FormState } from '@/lib/action-result';
import { announceAdded } from '@/lib/cart/added-to-cart';
import { holdBack } from '@/lib/cart/held-back';
import { isUnreachable } from '@/lib/offline/reachable';
import { isSoldOut } from './option-matrix';
import type { Variant } from './product-query';

export type AddToCartAction = (state: FormState, form: FormData) => Promise<ActionResult>;

const quantities = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Puts the chosen variant into the cart and says so beside the button. */
export function AddToCart({ variant, action }: { variant: Variant; action: AddToCartAction }) {
    const t = useTranslations('product');
    const [isWaiting, setIsWaiting] = useState(false);
    const [result, submit, isPending] = useAction(action);
    const [quantity, setQuantity] = useState('1');
    const quantityField = {
        value: quantity,
        onChange: (event: ChangeEvent<HTMLSelectElement>) => setQuantity(event.target.value),
    };
    const added = useRef<HTMLDivElement>(null);
    useEffect(() => {
        if (result?.ok) {
            added.current?.scrollIntoView({ block: 'nearest' });
            announceAdded();
        }
    }, [result]);

    /** While the shop can't be reached, this browser keeps what was meant for the cart. */
    function keepIfUnreachable(event: SubmitEvent) {
        const { id: variantId, name } = variant;
        const waits = isUnreachable() && holdBack({ variantId, quantity: Number(quantity), name });
        setIsWaiting(waits);
        if (waits) {
            event.preventDefault();
        }
    }

    if (isSoldOut(variant)) {
        return (
            <p className="mt-8 rounded-full bg-surface px-6 py-3.5 text-center text-muted">
                {t('outOfStock')}
            </p>
        );
    }
    return (
        <form action={submit} onSubmit={keepIfUnreachable} className="mt-8">
            <input type="hidden" name="variantId" value={variant.id} />
            <div className="flex gap-3">
                <label htmlFor="quantity" className="sr-only">
                    {t('quantity')}
                </label>
                <select
                    id="quantity"
                    name="quantity"
                    {...quantityField}
                    ref={handOver(quantityField)}
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
                    {isWaiting && <p className="rounded-2xl bg-surface px-5 py-4">{t('waiting')}</p>}
                    {/* Has its room from the press of the button on: a slow answer moves nothing then. */}
                    {!isWaiting && (isPending || result?.ok) && (
                        <div
                            className={classes(
                                'flex flex-wrap items-center justify-between gap-3 rounded-2xl bg-surface py-3 pr-3 pl-5',
                                isPending && 'invisible',
                            )}
                        >
                            <span className="flex items-center gap-2.5 font-medium text-positive">
                                <Icon name="check" size={19} /> {t('added')}
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
