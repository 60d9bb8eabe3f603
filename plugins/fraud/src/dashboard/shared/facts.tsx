import type { ReactNode } from 'react';

/** A name and its value, in a `dl`. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
    return (
        <div className="min-w-0">
            <dt className="text-xs text-muted-foreground">{name}</dt>
            <dd className="text-sm break-words">{children}</dd>
        </div>
    );
}
