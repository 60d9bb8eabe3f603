import { Trans } from '@lingui/react/macro';
import { Button } from '@vendure/dashboard';
import { TextField } from '../shared/text-field';
import type { RuleForm, Weight } from './rule-form';

/** How much each competitor counts; one that is not named counts 1, one at 0 is left out. */
export function WeightFields({ form, onChange }: { form: RuleForm; onChange: (form: RuleForm) => void }) {
    const { weights } = form;
    const set = (changed: readonly Weight[]) => onChange({ ...form, weights: changed });
    return (
        <fieldset className="space-y-3">
            <legend className="mb-2 text-sm font-medium">
                <Trans>Weights of competitors</Trans>
            </legend>
            <p className="text-xs text-muted-foreground">
                <Trans>One that is not named weighs 1; one that weighs 0 is left out.</Trans>
            </p>
            {weights.map((one, at) => (
                <div key={at} className="flex flex-wrap items-end gap-4">
                    <TextField
                        label={<Trans>Competitor</Trans>}
                        value={one.competitor}
                        onChange={competitor => set(weights.with(at, { ...one, competitor }))}
                    />
                    <div className="w-24">
                        <TextField
                            type="number"
                            label={<Trans>Weight</Trans>}
                            value={one.weight}
                            onChange={weight => set(weights.with(at, { ...one, weight }))}
                        />
                    </div>
                    <Button type="button" variant="ghost" onClick={() => set(weights.toSpliced(at, 1))}>
                        <Trans>Remove</Trans>
                    </Button>
                </div>
            ))}
            <Button
                type="button"
                variant="outline"
                size="sm"
                onClick={() => set([...weights, { competitor: '', weight: '1' }])}
            >
                <Trans>Add a competitor</Trans>
            </Button>
        </fieldset>
    );
}
