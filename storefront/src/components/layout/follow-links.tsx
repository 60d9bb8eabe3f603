'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { changesInPlace } from '@/lib/in-place';
import { wantsElsewhere } from '@/lib/wants-elsewhere';

/** Whether the browser is to open it in its own way: elsewhere, what isn't ours, or another place of the same page. */
function isForBrowser(event: MouseEvent, link: HTMLAnchorElement): boolean {
    const { origin, pathname, search } = window.location;
    const isElsewhere =
        event.button !== 0 || wantsElsewhere(event) || link.target !== '' || link.origin !== origin;
    const isHere = link.hash !== '' && link.pathname === pathname && link.search === search;
    return event.defaultPrevented || isElsewhere || isHere;
}

/**
 * Has the browser go from page to page without loading each anew: one listener for all `Link`s. While the next page is on
 * its way, its link is marked with `data-pending`.
 */
export function FollowLinks() {
    const router = useRouter();
    const [isPending, startTransition] = useTransition();
    const followed = useRef<HTMLAnchorElement>(null);

    useEffect(() => {
        function follow(event: MouseEvent) {
            const link =
                event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[data-goes]');
            if (!link || isForBrowser(event, link)) {
                return;
            }
            event.preventDefault();
            followed.current?.removeAttribute('data-pending');
            followed.current = link;
            link.setAttribute('data-pending', '');
            const scroll = link.dataset['goes'] === 'on';
            if (!scroll) {
                changesInPlace(link.href);
            }
            startTransition(() => router.push(link.href, { scroll }));
        }
        // Not at the document, where React has what the link itself does when it is clicked: that comes first.
        window.addEventListener('click', follow);
        return () => window.removeEventListener('click', follow);
    }, [router]);

    useEffect(() => {
        if (!isPending) {
            followed.current?.removeAttribute('data-pending');
        }
    }, [isPending]);

    return null;
}
