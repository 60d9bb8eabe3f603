import type { ReactNode } from 'react';

interface Props {
    readonly icon: ReactNode;
    readonly title: string;
    readonly text: ReactNode;
    /** What can be done now. */
    readonly children?: ReactNode;
}

/** A page that says how a payment stands. */
export function PaymentProgress({ icon, title, text, children }: Props) {
    return (
        <div className="mx-auto grid w-full max-w-lg justify-items-center px-5 py-16 text-center md:py-28">
            <span aria-hidden className="grid size-16 place-items-center rounded-full bg-surface text-accent">
                {icon}
            </span>
            <h1 className="display mt-8 text-4xl">{title}</h1>
            <div className="mt-6 text-balance text-muted">{text}</div>
            <div className="mt-8 grid w-full justify-items-center gap-4">{children}</div>
        </div>
    );
}
