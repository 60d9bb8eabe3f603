import { Label } from '@vendure/dashboard';
import { type ReactNode, useId } from 'react';

export function PlainSelect({
    label,
    value,
    options,
    onChange,
}: {
    label: ReactNode;
    value: string;
    options: readonly { readonly value: string; readonly text: string }[];
    onChange: (value: string) => void;
}) {
    const field = useId();
    return (
        <div className="space-y-2">
            <Label htmlFor={field}>{label}</Label>
            <select
                id={field}
                value={value}
                onChange={event => onChange(event.target.value)}
                className="block h-9 w-full min-w-28 rounded-md border border-input bg-background px-2 text-sm"
            >
                {options.map(option => (
                    <option key={option.value} value={option.value}>
                        {option.text}
                    </option>
                ))}
            </select>
        </div>
    );
}
