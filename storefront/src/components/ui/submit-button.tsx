'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './button';

interface Props {
    readonly children: ReactNode;
    /** Said while the form is on its way. */
    readonly pending?: string;
    readonly look?: 'primary' | 'secondary' | 'quiet';
    readonly className?: string;
}

/** Sends the form it stands in. While that runs it stays in place and can be focused, but sends nothing again. */
export function SubmitButton({ children, pending, look, className }: Props) {
    const status = useFormStatus();
    return (
        <Button
            type="submit"
            look={look}
            className={className}
            aria-disabled={status.pending}
            onClick={event => status.pending && event.preventDefault()}
        >
            {status.pending ? (pending ?? children) : children}
        </Button>
    );
}
