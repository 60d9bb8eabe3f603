import { useLabel } from '@efi/plugin-kit/dashboard';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Input, Label } from '@vendure/dashboard';
import { useId } from 'react';
import { verdictUses } from '../shared/labels';
import type { PolicyForm } from './policy-form';

type Threshold = 'stepUpFrom' | 'reviewFrom' | 'blockFrom';

const thresholds: ReadonlyArray<{ name: Threshold; label: MessageDescriptor; verdict: string }> = [
    { name: 'stepUpFrom', label: msg`Step-up from`, verdict: 'STEP_UP' },
    { name: 'reviewFrom', label: msg`Review from`, verdict: 'REVIEW' },
    { name: 'blockFrom', label: msg`Block from`, verdict: 'BLOCK' },
];

/** Each by a slider and by its number. */
export function ThresholdFields({
    form,
    onChange,
}: {
    form: PolicyForm;
    onChange: (form: PolicyForm) => void;
}) {
    const { i18n } = useLingui();
    const label = useLabel();
    const id = useId();
    return (
        <div className="space-y-5">
            {thresholds.map(({ name, label: text, verdict }) => (
                <div key={name} className="space-y-1">
                    <Label htmlFor={`${id}-${name}`}>{i18n._(text)}</Label>
                    <div className="flex items-center gap-4">
                        <input
                            type="range"
                            min={1}
                            max={100}
                            aria-label={i18n._(text)}
                            className="min-w-0 grow accent-primary"
                            value={form[name]}
                            onChange={event => onChange({ ...form, [name]: event.target.value })}
                        />
                        <Input
                            id={`${id}-${name}`}
                            type="number"
                            min={1}
                            max={100}
                            className="w-20"
                            value={form[name]}
                            onChange={event => onChange({ ...form, [name]: event.target.value })}
                        />
                    </div>
                    <p className="text-xs text-muted-foreground">{label(verdictUses, verdict)}</p>
                </div>
            ))}
            <p className="text-xs text-muted-foreground">
                <Trans>100 means never: no score is that high.</Trans>
            </p>
        </div>
    );
}
