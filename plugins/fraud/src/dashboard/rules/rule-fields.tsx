import { Choice } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Input, Label, Textarea } from '@vendure/dashboard';
import { type ReactNode, type RefObject, useId } from 'react';
import { verdicts } from '../shared/labels';
import type { RuleForm } from './rule-form';

const mildest = { STEP_UP: verdicts.STEP_UP, REVIEW: verdicts.REVIEW, BLOCK: verdicts.BLOCK };

export function RuleFields({
    form,
    isNew,
    expression,
    onChange,
}: {
    form: RuleForm;
    isNew: boolean;
    expression: RefObject<HTMLTextAreaElement | null>;
    onChange: (form: RuleForm) => void;
}) {
    return (
        <>
            <Field
                label={<Trans>Name</Trans>}
                hint={<Trans>Shown as the reason with each decision that the rule had a part in.</Trans>}
            >
                {id => (
                    <Input
                        id={id}
                        maxLength={200}
                        value={form.name}
                        onChange={event => onChange({ ...form, name: event.target.value })}
                    />
                )}
            </Field>
            {isNew && (
                <Field
                    label={<Trans>Code</Trans>}
                    hint={
                        <Trans>Lower case with hyphens, such as many-cards. It can’t be changed later.</Trans>
                    }
                >
                    {id => (
                        <Input
                            id={id}
                            maxLength={60}
                            value={form.code}
                            onChange={event => onChange({ ...form, code: event.target.value })}
                        />
                    )}
                </Field>
            )}
            <Field
                label={<Trans>Fires when</Trans>}
                hint={
                    <Trans>
                        In CEL: comparing, calculating, &&, || and !. Compare with == and != to 1.0, not to 1.
                    </Trans>
                }
            >
                {id => (
                    <Textarea
                        id={id}
                        ref={expression}
                        rows={4}
                        maxLength={1000}
                        spellCheck={false}
                        className="font-mono text-sm"
                        value={form.expression}
                        onChange={event => onChange({ ...form, expression: event.target.value })}
                    />
                )}
            </Field>
            <div className="grid gap-4 sm:grid-cols-2">
                <Field
                    label={<Trans>Points, −10 to 10</Trans>}
                    hint={<Trans>Added to the logarithm of the odds of fraud: 2.3 makes them tenfold.</Trans>}
                >
                    {id => (
                        <Input
                            id={id}
                            type="number"
                            min={-10}
                            max={10}
                            step={0.1}
                            value={form.points}
                            onChange={event => onChange({ ...form, points: event.target.value })}
                        />
                    )}
                </Field>
                <Choice
                    label={<Trans>Verdict at least</Trans>}
                    labels={mildest}
                    none={<Trans>By the score alone</Trans>}
                    value={form.atLeast}
                    onChange={atLeast => onChange({ ...form, atLeast })}
                />
            </div>
            <label className="flex items-center gap-2 text-sm">
                <input
                    type="checkbox"
                    className="size-4 accent-primary"
                    checked={form.enabled}
                    onChange={event => onChange({ ...form, enabled: event.target.checked })}
                />
                <Trans>Switched on</Trans>
            </label>
        </>
    );
}

function Field({
    label,
    hint,
    children,
}: {
    label: ReactNode;
    hint: ReactNode;
    children: (id: string) => ReactNode;
}) {
    const id = useId();
    return (
        <div className="space-y-2">
            <Label htmlFor={id}>{label}</Label>
            {children(id)}
            <p className="text-xs text-muted-foreground">{hint}</p>
        </div>
    );
}
