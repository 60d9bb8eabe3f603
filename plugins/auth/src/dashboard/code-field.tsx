import { Input, Label } from '@vendure/dashboard';
import { type ReactNode, useId } from 'react';

interface Props {
    readonly label: ReactNode;
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly type?: 'text' | 'password';
    readonly error?: Error | null;
}

/** A code or password, with what is wrong with it. */
export function CodeField({ label, value, onChange, type = 'text', error }: Props) {
    const id = useId();
    return (
        <div className="max-w-xs space-y-2">
            <Label htmlFor={id}>{label}</Label>
            <Input
                id={id}
                type={type}
                autoComplete={type === 'password' ? 'current-password' : 'one-time-code'}
                spellCheck={false}
                maxLength={type === 'password' ? 256 : 20}
                value={value}
                aria-invalid={error ? true : undefined}
                onChange={event => onChange(event.target.value)}
            />
            {error && (
                <p role="alert" className="text-sm text-destructive">
                    {error.message}
                </p>
            )}
        </div>
    );
}
