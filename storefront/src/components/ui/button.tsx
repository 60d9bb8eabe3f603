import type { ComponentProps } from 'react';
import { classes } from '@/lib/classes';

type Look = 'primary' | 'secondary' | 'quiet';

const base =
    'inline-flex min-h-12 items-center justify-center gap-2 rounded-full text-[0.95rem] font-medium ' +
    'transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60';

const looks: Readonly<Record<Look, string>> = {
    primary: 'px-7 bg-accent text-on-accent hover:bg-accent-strong',
    secondary: 'px-7 border border-edge text-ink hover:border-ink hover:bg-surface',
    quiet: 'text-ink underline decoration-line decoration-1 underline-offset-4 hover:decoration-ink',
};

/** The look of a button, for links that lead on like one. */
export function buttonStyle(look: Look = 'primary', className?: string): string {
    return classes(base, looks[look], className);
}

export function Button({
    look,
    className,
    type = 'button',
    ...props
}: ComponentProps<'button'> & { look?: Look }) {
    return <button type={type} className={buttonStyle(look, className)} {...props} />;
}
