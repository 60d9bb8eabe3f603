'use client';

import { useLinkStatus } from 'next/link';

/** Inside a link: shows that its page is on the way. Waits a moment, so that fast pages show nothing. */
export function LinkPending() {
    const { pending } = useLinkStatus();
    return (
        <span
            aria-hidden
            className={`pointer-events-none absolute inset-0 rounded-xl bg-paper/60 transition-opacity delay-150 ${pending ? 'opacity-100' : 'opacity-0'}`}
        />
    );
}
