'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { usePathname } from '@/i18n/use-navigation';
import { wasInPlace } from '@/lib/in-place';

/**
 * After a navigation the focus moves to the new page's heading, as it would after a page load: keyboards go on from there
 * and screen readers say where they are. On the way from step to step of one page it is the step's. A filter, an order or an
 * option changes the page in place, and moves nothing.
 */
export function RouteFocus() {
    const pathname = usePathname();
    const query = useSearchParams().toString();
    const previous = useRef({ pathname, query });
    useEffect(() => {
        const before = previous.current;
        previous.current = { pathname, query };
        const isSamePage = before.pathname === pathname;
        if ((isSamePage && before.query === query) || (wasInPlace() && isSamePage)) {
            return;
        }
        const step = isSamePage && document.querySelector<HTMLElement>('main h2[aria-current=step]');
        const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector('main');
        const target = step || heading;
        target?.setAttribute('tabindex', '-1');
        // The page's heading is at its top, a step may be anywhere.
        target?.focus({ preventScroll: target === heading });
    }, [pathname, query]);
    return null;
}
