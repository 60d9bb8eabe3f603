import type { ReactNode } from 'react';

interface Props {
    readonly title: string;
    readonly text: ReactNode;
    /** Of the button that has the page made again. */
    readonly again: string;
    readonly onAgain: () => void;
}

/** What stands where a page could not be made. Every page brings it along, so it is made of little. */
export function FaultView({ title, text, again, onAgain }: Props) {
    return (
        <div className="mx-auto max-w-lg px-5 py-24 text-center md:py-36" role="alert">
            <h1 className="display text-4xl">{title}</h1>
            <p className="mt-4 text-muted">{text}</p>
            <button
                onClick={onAgain}
                className="mt-8 min-h-12 rounded-full bg-accent px-7 text-on-accent hover:bg-accent-strong"
            >
                {again}
            </button>
        </div>
    );
}
