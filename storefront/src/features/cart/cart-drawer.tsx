'use client';

import { Check, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { WaitingList } from '@/components/cart/waiting-list';
import { buttonStyle } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-message';
import { Money } from '@/components/ui/money';
import { Link } from '@/i18n/navigation';
import { usePathname } from '@/i18n/use-navigation';
import { parseLocale } from '@/lib/market/locale';
import type { CartView } from './cart-view';
import { DrawerLine } from './drawer-line';
import { RemovedNotice } from './removed-notice';
import { useCartChanges } from './use-cart-changes';

export interface CartDrawerProps {
    /** Undefined when there is none yet. */
    readonly cart: CartView | undefined;
    /** Whether that is known: it is not while the shop can't be reached. */
    readonly isKnown: boolean;
    /** Whether it opens because something was just put in. */
    readonly isAdded: boolean;
    readonly onClose: () => void;
}

/**
 * The cart beside the page: a modal dialog, which keeps the focus inside, closes with Escape and gives the focus back.
 * Changes show at once and are taken back, with the reason, when the server refuses them.
 */
export function CartDrawer({ cart, isKnown, isAdded, onClose }: CartDrawerProps) {
    const t = useTranslations();
    const dialog = useRef<HTMLDialogElement>(null);
    const place = `${usePathname()}?${useSearchParams().toString()}`;
    const [openedAt] = useState(place);
    const { shown, isPending, problem, removed, change, undo } = useCartChanges(cart);

    useEffect(() => {
        if (place !== openedAt) {
            dialog.current?.close();
        } else if (!dialog.current?.open) {
            dialog.current?.showModal();
        }
    }, [place, openedAt]);

    return (
        <dialog
            ref={dialog}
            id="cart-drawer"
            aria-labelledby="cart-drawer-title"
            onClose={onClose}
            onClick={({ target }) =>
                (target === dialog.current || leadsHere(target)) && dialog.current?.close()
            }
            className="fixed m-0 ml-auto h-dvh max-h-none w-[min(28rem,100vw)] max-w-none overscroll-contain bg-paper p-0 text-ink transition-[translate] duration-200 backdrop:bg-black/50 starting:open:translate-x-full"
        >
            <div className="flex h-full flex-col">
                <div className="flex items-center justify-between gap-4 border-b border-line py-3 pr-3 pl-6">
                    <h2 id="cart-drawer-title" className="display text-2xl">
                        {t('cart.title')}
                    </h2>
                    <button
                        type="button"
                        className="grid size-12 place-items-center rounded-full hover:bg-surface"
                        aria-label={t('layout.close')}
                        onClick={() => dialog.current?.close()}
                    >
                        <X size={22} aria-hidden />
                    </button>
                </div>
                <div role="status" className="px-6">
                    {isAdded && !removed && (
                        <p className="flex items-center gap-2.5 pt-4 font-medium text-positive">
                            <Check size={19} aria-hidden /> {t('product.added')}
                        </p>
                    )}
                    {removed && <RemovedNotice key={removed.id} name={removed.name} onUndo={undo} />}
                </div>
                <div className="flex-1 overflow-y-auto overscroll-contain px-6">
                    {problem && !shown?.lines.some(({ id }) => id === problem.lineId) && (
                        <div className="pt-4">
                            <FormError>{problem.message}</FormError>
                        </div>
                    )}
                    {shown && shown.lines.length > 0 ? (
                        <ul>
                            {shown.lines.map(line => (
                                <DrawerLine
                                    key={line.id}
                                    line={line}
                                    currency={shown.currency}
                                    problem={problem?.lineId === line.id ? problem.message : undefined}
                                    onChange={quantity => change(line, quantity)}
                                />
                            ))}
                        </ul>
                    ) : (
                        <div className="grid gap-2 py-12">
                            <p className="text-lg">{t(isKnown ? 'cart.empty' : 'fault.cartTitle')}</p>
                            <p className="text-muted">{t(isKnown ? 'cart.emptyText' : 'fault.errorText')}</p>
                        </div>
                    )}
                    <WaitingList className="mb-6 rounded-2xl bg-surface px-5 py-4" />
                </div>
                {shown && shown.lines.length > 0 && <DrawerFooter cart={shown} isPending={isPending} />}
            </div>
        </dialog>
    );
}

/** Whether it stands in a link to the very page that is open. */
function leadsHere(target: EventTarget): boolean {
    return target instanceof Element && target.closest('a')?.href === window.location.href;
}

function DrawerFooter({ cart, isPending }: { cart: CartView; isPending: boolean }) {
    const t = useTranslations();
    const { market } = parseLocale(useLocale());
    const sum = cart.discounts.reduce((total, { amount }) => total + amount, cart.items);
    return (
        <div className="border-t border-line px-6 pt-4 pb-6">
            <dl className="grid gap-1.5 text-[0.95rem]" aria-busy={isPending}>
                {cart.discounts.map(({ description, amount }) => (
                    <div key={description} className="flex justify-between gap-6 text-sale">
                        <dt>{description}</dt>
                        <dd>
                            <Money amount={amount} currency={cart.currency} />
                        </dd>
                    </div>
                ))}
                <div className="flex justify-between gap-6 text-lg font-semibold">
                    <dt>{t('totals.items')}</dt>
                    <dd className={isPending ? 'text-muted' : undefined} data-testid="drawer-sum">
                        <Money amount={sum} currency={cart.currency} />
                    </dd>
                </div>
            </dl>
            <p className="mt-1 text-sm text-muted">
                {t(market.showsTax ? 'cartDrawer.deliveryLater' : 'cartDrawer.deliveryAndTaxLater')}
            </p>
            <div className="mt-4 grid gap-3">
                <Link href="/checkout" className={buttonStyle()}>
                    {t('cart.checkout')}
                </Link>
                <Link href="/cart" className={buttonStyle('secondary')}>
                    {t('product.goToCart')}
                </Link>
            </div>
        </div>
    );
}
