import { Input, Label, Textarea } from '@vendure/dashboard';
import { type ReactNode, useId } from 'react';

/** A labelled field with what is wrong with it. */
export function TextField({
    label,
    value,
    problem,
    type = 'text',
    isLong = false,
    placeholder,
    onChange,
}: {
    label: ReactNode;
    value: string;
    problem?: string;
    type?: 'text' | 'datetime-local';
    isLong?: boolean;
    /** What stands there in the default language. */
    placeholder?: string;
    onChange: (value: string) => void;
}) {
    const field = useId();
    const shared = {
        id: field,
        value,
        placeholder,
        'aria-invalid': problem !== undefined,
        'aria-describedby': problem === undefined ? undefined : `${field}-problem`,
    };
    return (
        <div className="space-y-2">
            <Label htmlFor={field}>{label}</Label>
            {isLong ? (
                <Textarea {...shared} onChange={event => onChange(event.target.value)} />
            ) : (
                <Input
                    {...shared}
                    type={type}
                    className="dark:scheme-dark"
                    onChange={event => onChange(event.target.value)}
                />
            )}
            <FieldProblem id={`${field}-problem`} problem={problem} />
        </div>
    );
}

export function FieldProblem({ id, problem }: { id?: string; problem: string | undefined }) {
    return problem === undefined ? null : (
        <p id={id} className="text-sm text-destructive">
            {problem}
        </p>
    );
}
