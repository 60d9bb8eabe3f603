import { Input, Label } from '@vendure/dashboard';
import { type ReactNode, useId } from 'react';

export function TextField({
    label,
    hint,
    value,
    maxLength,
    onChange,
}: {
    label: ReactNode;
    hint?: ReactNode;
    value: string;
    maxLength?: number;
    onChange: (value: string) => void;
}) {
    const field = useId();
    return (
        <div className="space-y-2">
            <Label htmlFor={field}>{label}</Label>
            <Input
                id={field}
                value={value}
                maxLength={maxLength}
                aria-describedby={hint === undefined ? undefined : `${field}-hint`}
                onChange={event => onChange(event.target.value)}
            />
            {hint !== undefined && (
                <p id={`${field}-hint`} className="text-xs text-muted-foreground">
                    {hint}
                </p>
            )}
        </div>
    );
}
