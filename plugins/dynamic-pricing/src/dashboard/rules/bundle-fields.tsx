import { Trans } from '@lingui/react/macro';
import { Button } from '@vendure/dashboard';
import { EntityPicker } from '../shared/entity-picker';
import { TextField } from '../shared/text-field';
import type { Component, RuleForm } from './rule-form';

/** The parts whose prices add up to that of the set. */
export function BundleFields({ form, onChange }: { form: RuleForm; onChange: (form: RuleForm) => void }) {
    const parts = form.components;
    const set = (components: readonly Component[]) => onChange({ ...form, components });
    return (
        <fieldset className="space-y-3">
            <legend className="mb-2 text-sm font-medium">
                <Trans>Parts of the set</Trans>
            </legend>
            {parts.map((part, at) => (
                <div key={at} className="flex flex-wrap items-end gap-4">
                    <EntityPicker
                        kind="variant"
                        label={<Trans>Variant</Trans>}
                        value={part.variantId}
                        onChange={variantId => set(parts.with(at, { ...part, variantId }))}
                    />
                    <div className="w-24">
                        <TextField
                            type="number"
                            step="1"
                            label={<Trans>Quantity</Trans>}
                            value={part.quantity}
                            onChange={quantity => set(parts.with(at, { ...part, quantity }))}
                        />
                    </div>
                    <Button type="button" variant="ghost" onClick={() => set(parts.toSpliced(at, 1))}>
                        <Trans>Remove</Trans>
                    </Button>
                </div>
            ))}
            <Button
                type="button"
                variant="outline"
                size="sm"
                onClick={() => set([...parts, { variantId: '', quantity: '1' }])}
            >
                <Trans>Add a part</Trans>
            </Button>
        </fieldset>
    );
}
