import type { ReactNode } from 'react';

/** The one first-level heading of a page, with an optional line below. On a phone a long German word fits in. */
export function PageTitle({ children, lead }: { children: ReactNode; lead?: ReactNode }) {
    return (
        <header className="mb-8 md:mb-12">
            <h1 className="display text-[clamp(1.625rem,8.4vw,2.25rem)] wrap-anywhere hyphens-auto md:text-[3.25rem]">
                {children}
            </h1>
            {lead && <p className="mt-4 max-w-xl text-lg text-muted">{lead}</p>}
        </header>
    );
}
