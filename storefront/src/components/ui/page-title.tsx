import type { ReactNode } from 'react';

/** The one first-level heading of a page, with an optional line below. */
export function PageTitle({ children, lead }: { children: ReactNode; lead?: ReactNode }) {
    return (
        <header className="mb-8 md:mb-12">
            <h1 className="display text-4xl wrap-anywhere md:text-[3.25rem]">{children}</h1>
            {lead && <p className="mt-4 max-w-xl text-lg text-muted">{lead}</p>}
        </header>
    );
}
