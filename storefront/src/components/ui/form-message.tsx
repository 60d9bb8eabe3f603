import type { ReactNode } from 'react';

/** What went wrong with a form as a whole; read out as soon as it appears. */
export function FormError({ children }: { children: ReactNode }) {
    return (
        <div role="alert">
            {children && (
                <p className="rounded-lg bg-danger-surface px-4 py-3 text-[0.95rem] text-danger">
                    {children}
                </p>
            )}
        </div>
    );
}

/** What went well; read out when the reader pauses. */
export function FormSuccess({ children }: { children: ReactNode }) {
    return <div role="status">{children && <p className="text-[0.95rem] text-positive">{children}</p>}</div>;
}
