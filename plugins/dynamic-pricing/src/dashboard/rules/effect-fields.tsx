import { Choice } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { msg } from '@lingui/core/macro';
import { useLocalFormat } from '@vendure/dashboard';
import { EntityPicker } from '../shared/entity-picker';
import { CheckField, TextField } from '../shared/text-field';
import { BundleFields } from './bundle-fields';
import { numbersOf, type RuleForm } from './rule-form';
import { WeightFields } from './weight-fields';

const numberLabels: Readonly<Record<string, ReturnType<typeof msg>>> = {
    changePercent: msg`Change in percent (−10 takes a tenth off)`,
    fromPercent: msg`Change at the start, in percent`,
    toPercent: msg`Change at the end, in percent`,
    stockAtMost: msg`Stock at most`,
    stockAtLeast: msg`Stock at least`,
    ageDaysAtLeast: msg`Days in the shop, at least`,
    ratioAtLeast: msg`Sold over expected, at least (1.5 is half more)`,
    ratioAtMost: msg`Sold over expected, at most (0.5 is half)`,
    offsetPercent: msg`Above or below that, in percent`,
    maxAgeHours: msg`Oldest competitor’s price, in hours`,
    minCompetitors: msg`Competitors needed`,
    markupPercent: msg`Markup on the cost, in percent`,
};

const targets = {
    lowest: { text: msg`The lowest price` },
    'weighted-mean': { text: msg`The weighted mean` },
};

/** Monday, 5 January 2026, and the days after it: names of weekdays in the reader's language come from dates. */
const MONDAY = Date.UTC(2026, 0, 5, 12);
const DAY = 86_400_000;

/** The fields that the chosen kind has. */
export function EffectFields({ form, onChange }: { form: RuleForm; onChange: (form: RuleForm) => void }) {
    const { i18n } = useLingui();
    const set = (name: string) => (value: string) =>
        onChange({ ...form, values: { ...form.values, [name]: value } });
    const value = (name: string) => form.values[name] ?? '';
    return (
        <>
            <div className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-4">
                {form.kind === 'competitor' && (
                    <Choice
                        label={<Trans>Follows</Trans>}
                        labels={targets}
                        value={value('target')}
                        onChange={set('target')}
                    />
                )}
                {form.kind === 'customer-group' && (
                    <EntityPicker
                        kind="customerGroup"
                        label={<Trans>Customer group</Trans>}
                        value={value('customerGroupId')}
                        onChange={set('customerGroupId')}
                    />
                )}
                {(numbersOf[form.kind] ?? []).map(name => (
                    <TextField
                        key={name}
                        type="number"
                        label={numberLabels[name] ? i18n._(numberLabels[name]) : name}
                        value={value(name)}
                        onChange={set(name)}
                    />
                ))}
                {form.kind === 'happy-hours' && (
                    <>
                        <TextField
                            type="time"
                            label={<Trans>From</Trans>}
                            value={value('from')}
                            onChange={set('from')}
                        />
                        <TextField
                            type="time"
                            label={<Trans>To</Trans>}
                            value={value('to')}
                            onChange={set('to')}
                        />
                        <TextField
                            label={<Trans>Time zone</Trans>}
                            value={value('timeZone')}
                            onChange={set('timeZone')}
                        />
                    </>
                )}
                {form.kind === 'customer-group' && (
                    <div className="sm:col-span-2">
                        <TextField
                            label={<Trans>What members are told</Trans>}
                            hint={<Trans>Shown beside the price, as the law asks for personal prices.</Trans>}
                            value={value('declaration')}
                            onChange={set('declaration')}
                        />
                    </div>
                )}
            </div>
            {form.kind === 'happy-hours' && <Weekdays form={form} onChange={onChange} />}
            {form.kind === 'competitor' && <WeightFields form={form} onChange={onChange} />}
            {form.kind === 'bundle' && <BundleFields form={form} onChange={onChange} />}
        </>
    );
}

function Weekdays({ form, onChange }: { form: RuleForm; onChange: (form: RuleForm) => void }) {
    const { formatDate } = useLocalFormat();
    return (
        <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
            <legend className="mb-2 text-sm font-medium">
                <Trans>Days</Trans>
            </legend>
            {[1, 2, 3, 4, 5, 6, 7].map(day => (
                <CheckField
                    key={day}
                    label={formatDate(new Date(MONDAY + (day - 1) * DAY), {
                        weekday: 'long',
                        timeZone: 'UTC',
                    })}
                    checked={form.weekdays.includes(day)}
                    onChange={isOn =>
                        onChange({
                            ...form,
                            weekdays: isOn
                                ? [...form.weekdays, day].sort()
                                : form.weekdays.filter(other => other !== day),
                        })
                    }
                />
            ))}
        </fieldset>
    );
}
