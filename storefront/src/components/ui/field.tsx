import type { ComponentProps, ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { handOver } from './hand-over';

interface Props extends Omit<ComponentProps<'input'>, 'id'> {
    readonly name: string;
    readonly label: string;
    readonly hint?: string;
    readonly error?: string;
    /** Stands inside the field's right end. */
    readonly trailing?: ReactNode;
}

const controlStyle =
    'h-12 w-full rounded-lg border bg-raised px-4 text-base text-ink transition-colors placeholder:text-muted ' +
    'hover:border-ink focus-visible:outline-offset-1';

/** A text field with its label, hint and error, tied together for assistive technology. */
export function Field({ label, hint, error, trailing, className, ...input }: Props) {
    const describedBy = [hint && `${input.name}-hint`, error && `${input.name}-error`]
        .filter(Boolean)
        .join(' ');
    return (
        <Frame name={input.name} label={label} hint={hint} error={error} className={className}>
            <span className="relative block">
                <input
                    id={input.name}
                    className={classes(
                        controlStyle,
                        error ? 'border-danger' : 'border-edge',
                        trailing ? 'pr-14' : undefined,
                    )}
                    aria-invalid={error ? true : undefined}
                    aria-describedby={describedBy || undefined}
                    ref={handOver(input)}
                    {...input}
                />
                {trailing}
            </span>
        </Frame>
    );
}

interface SelectProps extends Omit<ComponentProps<'select'>, 'id'> {
    readonly name: string;
    readonly label: string;
    readonly error?: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A choice from a short list, by the browser's own control. */
export function SelectField({ label, error, options, className, ...select }: SelectProps) {
    return (
        <Frame name={select.name} label={label} error={error} className={className}>
            <select
                id={select.name}
                className={classes(controlStyle, error ? 'border-danger' : 'border-edge')}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${select.name}-error` : undefined}
                ref={handOver(select)}
                {...select}
            >
                {options.map(option => (
                    <option key={option.value} value={option.value}>
                        {option.label}
                    </option>
                ))}
            </select>
        </Frame>
    );
}

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'id'> {
    readonly name: string;
    readonly label: string;
    readonly hint?: string;
}

/** Several lines of text. */
export function TextArea({ label, hint, className, ...textarea }: TextAreaProps) {
    return (
        <Frame name={textarea.name} label={label} hint={hint} className={className}>
            <textarea
                id={textarea.name}
                className={classes(controlStyle, 'h-auto border-edge py-3')}
                aria-describedby={hint ? `${textarea.name}-hint` : undefined}
                ref={handOver(textarea)}
                {...textarea}
            />
        </Frame>
    );
}

interface FrameProps {
    readonly name: string;
    readonly label: string;
    readonly hint?: string;
    readonly error?: string;
    readonly className?: string;
    readonly children: ReactNode;
}

function Frame({ name, label, hint, error, className, children }: FrameProps) {
    return (
        <div className={className}>
            <label htmlFor={name} className="mb-1.5 block text-sm font-medium">
                {label}
            </label>
            {children}
            {hint && (
                <p id={`${name}-hint`} className="mt-1.5 text-sm text-muted">
                    {hint}
                </p>
            )}
            {error && (
                <p id={`${name}-error`} className="mt-1.5 text-sm text-danger">
                    {error}
                </p>
            )}
        </div>
    );
}
