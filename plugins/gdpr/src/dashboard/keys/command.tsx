import type { ReactNode } from 'react';

/** A command, and what it does. */
export function Command({ text, children }: { text: string; children: ReactNode }) {
    return (
        <div className="space-y-1">
            <dt>{children}</dt>
            <dd>
                <code className="rounded-md bg-muted px-2 py-1 font-mono text-xs break-all">{text}</code>
            </dd>
        </div>
    );
}
