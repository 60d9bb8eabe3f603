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
    /** What it does, where what it shows is too short to say so by itself. */
    readonly label?: string;
    /** Tells the buttons of one form apart; only the one that was pressed says that it is on its way. */
    readonly name?: string;
    readonly value?: string;
}

/** Sends the form it stands in. While that runs it stays in place and can be focused, but sends nothing again. */
export function SubmitButton({ children, pending, look, className, label, name, value }: Props) {
    const status = useFormStatus();
    const isPressed = status.pending && (!name || status.data.get(name) === value);
    return (
        <Button
            type="submit"
            name={name}
            value={value}
            look={look}
            className={className}
            aria-label={label}
            aria-disabled={status.pending}
            onClick={event => status.pending && event.preventDefault()}
        >
            {isPressed ? (pending ?? children) : children}
        </Button>
    );
}
