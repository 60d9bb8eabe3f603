import { Choice } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Input, Label } from '@vendure/dashboard';
import { type ReactNode, useId } from 'react';
import { verdicts } from '../shared/labels';
import type { PolicyForm } from './policy-form';

/** What happens without a score, and how reviews are decided. */
export function UnscoredFields({
    form,
    currency,
    onChange,
}: {
    form: PolicyForm;
    currency: string;
    onChange: (form: PolicyForm) => void;
}) {
    return (
        <div className="space-y-5">
            <NumberField
                label={<Trans>Hours to decide a review</Trans>}
                value={form.reviewHours}
                onChange={reviewHours => onChange({ ...form, reviewHours })}
            />
            <NumberField
                label={<Trans>Two people above ({currency})</Trans>}
                hint={<Trans>Empty: one person is enough for any amount.</Trans>}
                value={form.fourEyesAbove}
                onChange={fourEyesAbove => onChange({ ...form, fourEyesAbove })}
            />
            <NumberField
                label={<Trans>Without a score, allow up to ({currency})</Trans>}
                hint={<Trans>When scoring is late or fails, the amount decides.</Trans>}
                value={form.unscoredAllowUpTo}
                onChange={unscoredAllowUpTo => onChange({ ...form, unscoredAllowUpTo })}
            />
            <Choice
                label={<Trans>Without a score, above that</Trans>}
                labels={verdicts}
                value={form.unscoredAbove}
                onChange={unscoredAbove => onChange({ ...form, unscoredAbove })}
            />
        </div>
    );
}

function NumberField({
    label,
    hint,
    value,
    onChange,
}: {
    label: ReactNode;
    hint?: ReactNode;
    value: string;
    onChange: (value: string) => void;
}) {
    const id = useId();
    return (
        <div className="space-y-2">
            <Label htmlFor={id}>{label}</Label>
            <Input
                id={id}
                type="number"
                min={0}
                value={value}
                onChange={event => onChange(event.target.value)}
            />
            {hint && <p className="text-xs text-muted-foreground">{hint}</p>}
        </div>
    );
}
