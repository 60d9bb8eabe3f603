'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore, type ComponentType, type MouseEvent } from 'react';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/i18n/navigation';
import { usePathname, useRouter } from '@/i18n/use-navigation';
import { onAdded } from '@/lib/cart/added-to-cart';
import { isUnreachable, keptAt } from '@/lib/offline/reachable';
import { wantsElsewhere } from '@/lib/wants-elsewhere';
import type { CartDrawerProps } from './cart-drawer';
import type { CartView } from './cart-view';

/** Where the cart is on the page already. */
const withoutDrawer = /^\/(cart|checkout)(\/|$)/;

const neverChanges = () => () => undefined;
const isKeptPage = () => keptAt() !== undefined;

const loadDrawer = () => import('./cart-drawer');

/**
 * Leads to the cart; with scripts it opens the drawer instead, which is loaded when somebody is about to need it. The
 * drawer opens too when something was put into the cart.
 *
 * @param label - With the number in it, said by the server: the first number that a browser writes costs it more time than
 *   the rest of the button. None when the server could not find out what is in the cart.
 */
export function CartButton({ cart, label }: { cart: CartView | undefined; label: string | undefined }) {
    const t = useTranslations('fault');
    const router = useRouter();
    const hasDrawer = !withoutDrawer.test(usePathname());
    const [Drawer, setDrawer] = useState<ComponentType<CartDrawerProps>>();
    const [opened, setOpened] = useState<'asked' | 'added'>();
    // What was kept is what a stranger sees, whose cart is empty.
    const isKept = useSyncExternalStore(neverChanges, isKeptPage, () => false);
    const isKnown = label !== undefined && !isKept;
    const count = cart?.quantity ?? 0;

    async function open(why: 'asked' | 'added') {
        try {
            const { CartDrawer } = await loadDrawer();
            setDrawer(() => CartDrawer);
            setOpened(why);
        } catch {
            // The drawer's script did not come: the cart's page shows the same.
            if (why === 'asked') {
                router.push('/cart');
            }
        }
    }

    useEffect(() => (hasDrawer ? onAdded(() => void open('added')) : undefined));

    function press(event: MouseEvent) {
        if (!hasDrawer || wantsElsewhere(event)) {
            return;
        }
        event.preventDefault();
        // Another tab may have changed the cart since this page came. Without the shop there would be no page any more.
        if (!isUnreachable()) {
            router.refresh();
        }
        void open('asked');
    }

    const prepare = () => void loadDrawer().catch(() => undefined);

    return (
        <>
            <Link
                href="/cart"
                className="relative grid size-12 place-items-center rounded-full hover:bg-surface"
                aria-label={isKnown ? label : t('cartTitle')}
                aria-haspopup={hasDrawer ? 'dialog' : undefined}
                onClick={press}
                onPointerEnter={hasDrawer ? prepare : undefined}
                onFocus={hasDrawer ? prepare : undefined}
            >
                <Icon name="bag" size={21} />
                {count > 0 && (
                    <span
                        aria-hidden
                        className="absolute top-1 right-0.5 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1 text-xs font-semibold text-on-accent tabular-nums"
                    >
                        {count}
                    </span>
                )}
            </Link>
            {Drawer && opened && (
                <Drawer
                    cart={cart}
                    isKnown={isKnown}
                    isAdded={opened === 'added'}
                    onClose={() => setOpened(undefined)}
                />
            )}
        </>
    );
}
