import { Choice } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Input, Label as FieldLabel } from '@vendure/dashboard';
import { type ReactNode, useId } from 'react';
import { type EntityKind, EntityPicker } from '../shared/entity-picker';
import { actions, placements, targets } from '../shared/labels';
import { amounts, isBackwards, type RuleForm, targetsOf, withAction } from './rule-form';

/** The fields that the chosen action has. */
export function RuleFields({ form, onChange }: { form: RuleForm; onChange: (form: RuleForm) => void }) {
    const possible = targetsOf[form.action] ?? [];
    const choosable = Object.fromEntries(
        possible.flatMap(word => {
            const label = targets[word];
            return label ? [[word, label]] : [];
        }),
    );
    return (
        <>
            <div className="grid gap-4 sm:grid-cols-2">
                <Choice
                    label={<Trans>Action</Trans>}
                    labels={actions}
                    value={form.action}
                    onChange={action => onChange(withAction(form, action))}
                />
                <Amount form={form} onChange={onChange} />
                <Choice
                    label={<Trans>About</Trans>}
                    labels={choosable}
                    value={form.target}
                    disabled={possible.length < 2}
                    onChange={target => onChange({ ...form, target, targetId: null })}
                />
                {form.target !== 'EVERYTHING' && (
                    <EntityPicker
                        kind={form.target as EntityKind}
                        label={<Trans>Which</Trans>}
                        value={form.targetId}
                        onChange={targetId => onChange({ ...form, targetId })}
                    />
                )}
            </div>
            <Choice
                label={<Trans>Placement</Trans>}
                labels={placements}
                value={form.placement}
                none={<Trans>All placements</Trans>}
                onChange={placement => onChange({ ...form, placement })}
            />
            <div className="grid gap-4 sm:grid-cols-2">
                <MomentField
                    label={<Trans>Starts (or at once)</Trans>}
                    value={form.startsAt}
                    onChange={startsAt => onChange({ ...form, startsAt })}
                />
                <MomentField
                    label={<Trans>Ends (or never)</Trans>}
                    value={form.endsAt}
                    onChange={endsAt => onChange({ ...form, endsAt })}
                />
            </div>
            {isBackwards(form) && (
                <p role="alert" className="text-sm text-destructive">
                    <Trans>The rule must end after it starts.</Trans>
                </p>
            )}
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

function Amount({ form, onChange }: { form: RuleForm; onChange: (form: RuleForm) => void }) {
    const field = useId();
    const bounds = amounts[form.action];
    if (!bounds) {
        return <span className="hidden sm:block" />;
    }
    return (
        <div className="space-y-2">
            <FieldLabel htmlFor={field}>
                {form.action === 'PIN' ? (
                    <Trans>Place, from 1</Trans>
                ) : form.action === 'DIVERSIFY' ? (
                    <Trans>Most of one category</Trans>
                ) : form.action === 'MARGIN' ? (
                    <Trans>Factor at a margin of 100 %</Trans>
                ) : (
                    <Trans>Factor, up to 10</Trans>
                )}
            </FieldLabel>
            <Input
                id={field}
                type="number"
                min={bounds.min}
                max={bounds.max}
                step={bounds.step}
                className="dark:scheme-dark"
                value={form.amount}
                onChange={event => onChange({ ...form, amount: event.target.value })}
            />
        </div>
    );
}

function MomentField({
    label,
    value,
    onChange,
}: {
    label: ReactNode;
    value: string;
    onChange: (moment: string) => void;
}) {
    const field = useId();
    return (
        <div className="space-y-2">
            <FieldLabel htmlFor={field}>{label}</FieldLabel>
            <Input
                id={field}
                type="datetime-local"
                className="dark:scheme-dark"
                value={value}
                onChange={event => onChange(event.target.value)}
            />
        </div>
    );
}
