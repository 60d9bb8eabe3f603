import type { ReactNode } from 'react';

/** Says that there is nothing, why, and where to go from here. */
export function EmptyState({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
    return (
        <div className="mx-auto max-w-lg py-16 text-center md:py-24">
            <h2 className="display text-3xl">{title}</h2>
            <p className="mt-4 text-muted">{text}</p>
            <div className="mt-8 flex flex-wrap justify-center gap-3">{children}</div>
        </div>
    );
}
