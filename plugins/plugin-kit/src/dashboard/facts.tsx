import type { ReactNode } from 'react';

/** Names and values, side by side where there is room. */
export function Facts({ children }: { children: ReactNode }) {
    return <dl className="flex flex-wrap gap-6">{children}</dl>;
}

export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
    return (
        <div className="min-w-0">
            <dt className="text-xs text-muted-foreground">{name}</dt>
            <dd className="text-sm break-words">{children}</dd>
        </div>
    );
}
