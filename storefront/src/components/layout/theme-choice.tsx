'use client';

import type { FormEvent, ReactNode } from 'react';

/** The choice is kept in a cookie, so that the server writes it on the page and nothing flashes. */
function apply({ target }: FormEvent<HTMLFieldSetElement>): void {
    if (target instanceof HTMLInputElement) {
        document.cookie = `theme=${target.value}; path=/; max-age=31536000; samesite=lax`;
        document.documentElement.dataset['theme'] = target.value;
    }
}

/** Applies the theme that is chosen in it. */
export function ThemeChoice({ children }: { children: ReactNode }) {
    return <fieldset onChange={apply}>{children}</fieldset>;
}
