import type { ReactNode } from 'react';

interface Choice {
    readonly value: string;
    readonly title: string;
    readonly text?: string;
    readonly aside?: ReactNode;
}

/** A choice of one, each with room for an explanation. */
export function RadioCards({
    name,
    legend,
    choices,
    initial,
    onChoose,
    showLegend = false,
}: {
    name: string;
    legend: string;
    choices: readonly Choice[];
    initial: string | undefined;
    onChoose?: (value: string) => void;
    /** For a choice that no heading names. */
    showLegend?: boolean;
}) {
    return (
        <fieldset className="grid gap-3">
            <legend className={showLegend ? 'mb-3 font-medium' : 'sr-only'}>{legend}</legend>
            {choices.map(choice => (
                <label
                    key={choice.value}
                    className="flex cursor-pointer items-start gap-4 rounded-xl border border-edge bg-raised px-5 py-4 transition-colors hover:border-ink has-checked:border-accent has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
                >
                    <input
                        type="radio"
                        name={name}
                        value={choice.value}
                        defaultChecked={choice.value === initial}
                        onChange={onChoose && (event => onChoose(event.target.value))}
                        required
                        className="mt-1 size-4.5 accent-accent focus-visible:outline-none"
                    />
                    <span>
                        <span className="font-medium">{choice.title}</span>
                        {choice.text && (
                            <span className="mt-0.5 block text-sm text-muted">{choice.text}</span>
                        )}
                    </span>
                    <span className="ml-auto font-medium">{choice.aside}</span>
                </label>
            ))}
        </fieldset>
    );
}
