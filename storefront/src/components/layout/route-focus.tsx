'use client';

import { useEffect, useRef } from 'react';
import { usePathname } from '@/i18n/use-navigation';

/**
 * After a navigation the focus moves to the new page's heading, as it would after a page load: keyboards go on
 * from there and screen readers say where they are.
 */
export function RouteFocus() {
    const pathname = usePathname();
    const previous = useRef(pathname);
    useEffect(() => {
        if (previous.current === pathname) {
            return;
        }
        previous.current = pathname;
        const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector('main');
        heading?.setAttribute('tabindex', '-1');
        heading?.focus({ preventScroll: true });
    }, [pathname]);
    return null;
}
