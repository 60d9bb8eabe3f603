import { Input, Label } from '@vendure/dashboard';
import { type ReactNode, useId } from 'react';

/** A labelled field. Its value is text, also of numbers and moments, as fields have them. */
export function TextField({
    label,
    hint,
    type = 'text',
    value,
    step,
    onChange,
}: {
    label: ReactNode;
    hint?: ReactNode;
    type?: 'text' | 'number' | 'datetime-local' | 'time' | 'url';
    value: string;
    step?: string;
    onChange: (value: string) => void;
}) {
    const field = useId();
    return (
        <div className="space-y-2">
            <Label htmlFor={field}>{label}</Label>
            <Input
                id={field}
                type={type}
                step={step ?? (type === 'number' ? 'any' : undefined)}
                className="dark:scheme-dark"
                value={value}
                onChange={event => onChange(event.target.value)}
            />
            {hint !== undefined && <p className="text-xs text-muted-foreground">{hint}</p>}
        </div>
    );
}

export function CheckField({
    label,
    checked,
    onChange,
}: {
    label: ReactNode;
    checked: boolean;
    onChange: (checked: boolean) => void;
}) {
    return (
        <label className="flex items-start gap-2 text-sm">
            <input
                type="checkbox"
                className="mt-0.5 size-4 shrink-0 accent-primary"
                checked={checked}
                onChange={event => onChange(event.target.checked)}
            />
            <span>{label}</span>
        </label>
    );
}
