import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { handOverTick } from './hand-over';

interface Choice {
    readonly value: string;
    readonly title: string;
    readonly text?: string;
    /** Stands below the text. */
    readonly more?: ReactNode;
    readonly aside?: ReactNode;
    /** Why it can't be taken stands in its texts. */
    readonly disabled?: boolean;
    /** What else the form asks once this is chosen, for styles that show it. */
    readonly opens?: string;
}

/** A choice of one, each with room for an explanation. */
export function RadioCards({
    name,
    legend,
    choices,
    initial,
    onChoose,
    error,
    showLegend = false,
    required = true,
}: {
    name: string;
    legend: string;
    choices: readonly Choice[];
    /** What is chosen when React comes, and whenever the form is emptied. With `onChoose`, always what it was last told. */
    initial: string | undefined;
    onChoose?: (value: string) => void;
    error?: string;
    /** For a choice that no heading names. */
    showLegend?: boolean;
    /** Whether the browser insists. Not for a choice that is hidden at times: it could not say where. */
    required?: boolean;
}) {
    return (
        <fieldset
            role="radiogroup"
            // For who has to choose again.
            tabIndex={-1}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${name}-error` : undefined}
            className="grid min-w-0 gap-3 focus-visible:outline-offset-8"
        >
            <legend className={showLegend ? 'mb-3 font-medium' : 'sr-only'}>{legend}</legend>
            {choices.map(choice => (
                <label
                    key={choice.value}
                    className={classes(
                        'flex items-start gap-4 rounded-xl border px-5 py-4 transition-colors has-checked:border-accent has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2',
                        choice.disabled
                            ? 'border-line bg-surface'
                            : 'cursor-pointer border-edge bg-raised hover:border-ink',
                    )}
                >
                    <input
                        type="radio"
                        name={name}
                        value={choice.value}
                        defaultChecked={choice.value === initial}
                        disabled={choice.disabled}
                        data-opens={choice.opens}
                        onChange={onChoose && (event => onChoose(event.target.value))}
                        ref={
                            onChoose &&
                            handOverTick(
                                choice.value === initial,
                                isChosen => isChosen && onChoose(choice.value),
                            )
                        }
                        required={required}
                        className="mt-1 size-4.5 shrink-0 accent-accent focus-visible:outline-none"
                    />
                    <span className="min-w-0">
                        <span className="font-medium">{choice.title}</span>
                        {choice.text && (
                            <span className="mt-0.5 block text-sm text-muted">{choice.text}</span>
                        )}
                        {choice.more}
                    </span>
                    <span className="ml-auto text-right font-medium">{choice.aside}</span>
                </label>
            ))}
            {error && (
                <p id={`${name}-error`} role="alert" className="text-sm text-danger">
                    {error}
                </p>
            )}
        </fieldset>
    );
}
