import { Label as FieldLabel } from '@vendure/dashboard';
import { type ReactNode, useId } from 'react';
import { type Labels, useLabel } from './label';

/** One of some words, or none when `none` says what that means. */
export function Choice({
    label,
    labels,
    value,
    none,
    disabled = false,
    onChange,
}: {
    label: ReactNode;
    labels: Labels;
    value: string;
    none?: ReactNode;
    disabled?: boolean;
    onChange: (value: string) => void;
}) {
    const field = useId();
    const text = useLabel();
    return (
        <div className="space-y-2">
            <FieldLabel htmlFor={field}>{label}</FieldLabel>
            <select
                id={field}
                value={value}
                disabled={disabled}
                onChange={event => onChange(event.target.value)}
                className="block h-9 w-full min-w-48 rounded-md border border-input bg-background px-2 text-sm disabled:opacity-50"
            >
                {none !== undefined && <option value="">{none}</option>}
                {Object.keys(labels).map(word => (
                    <option key={word} value={word}>
                        {text(labels, word)}
                    </option>
                ))}
            </select>
        </div>
    );
}
