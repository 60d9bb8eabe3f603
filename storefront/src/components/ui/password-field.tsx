'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Field } from './field';
import { useEarlyPress } from './use-early-press';

interface Props {
    /** Of the form field, and unique on its page. */
    readonly name?: string;
    readonly label: string;
    readonly hint?: string;
    readonly error?: string;
    /** Tells password managers whether to fill in or to make one. */
    readonly autoComplete: 'current-password' | 'new-password';
}

/** A password that can be looked at while it is typed. */
export function PasswordField({ name = 'password', ...props }: Props) {
    const t = useTranslations('form');
    const [shown, setShown] = useState(false);
    const button = useRef<HTMLButtonElement>(null);
    useEarlyPress(button);
    const Icon = shown ? EyeOff : Eye;
    return (
        <Field
            {...props}
            name={name}
            type={shown ? 'text' : 'password'}
            required
            trailing={
                <button
                    ref={button}
                    type="button"
                    className="absolute inset-y-0 right-1 grid w-12 place-items-center text-muted hover:text-ink"
                    aria-label={t(shown ? 'hidePassword' : 'showPassword')}
                    onClick={() => setShown(!shown)}
                >
                    <Icon size={19} aria-hidden />
                </button>
            }
        />
    );
}
