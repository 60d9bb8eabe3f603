'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/** The choice is kept in a cookie, so that the server writes it on the page and nothing flashes. */
function apply(choice: HTMLFieldSetElement | null): void {
    const theme = choice?.querySelector<HTMLInputElement>('input:checked')?.value;
    if (theme && theme !== document.documentElement.dataset['theme']) {
        document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
        document.documentElement.dataset['theme'] = theme;
    }
}

/** Applies the theme that is chosen in it, or was before React was there. */
export function ThemeChoice({ children }: { children: ReactNode }) {
    const choice = useRef<HTMLFieldSetElement>(null);
    useEffect(() => apply(choice.current), []);
    return (
        <fieldset ref={choice} onChange={({ currentTarget }) => apply(currentTarget)}>
            {children}
        </fieldset>
    );
}
