import { Choice, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, Button, PermissionGuard, toast } from '@vendure/dashboard';
import type { FormEvent } from 'react';
import { kinds, kindUses } from '../shared/labels';
import { CheckField, TextField } from '../shared/text-field';
import { useRefresh } from '../shared/use-admin-query';
import { EffectFields } from './effect-fields';
import { type RuleForm, toInput } from './rule-form';
import { createRuleMutation, type Rule, updateRuleMutation } from './rules.graphql';
import { ScopeFields } from './scope-fields';

/** All about a rule, and its way to the server. */
export function RuleEditor({
    rule,
    form,
    onChange,
}: {
    rule?: Rule;
    form: RuleForm;
    onChange: (form: RuleForm) => void;
}) {
    const { t } = useLingui();
    const label = useLabel();
    const refresh = useRefresh();
    const navigate = useNavigate();
    const save = useMutation({
        mutationFn: async () => {
            const input = toInput(form);
            const result = rule
                ? (await api.mutate(updateRuleMutation, { id: rule.id, input })).updateEfiPricingRule
                : (await api.mutate(createRuleMutation, { input })).createEfiPricingRule;
            if (result.__typename === 'EfiPricingRuleInvalidError') {
                throw new Error(result.message);
            }
            await refresh();
        },
        onSuccess: () => {
            toast.success(t`The rule is saved. The next run follows it.`);
            void navigate({ to: '/pricing-rules' });
        },
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        save.mutate();
    };
    return (
        <form noValidate onSubmit={submit} className="space-y-6">
            <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
                <TextField
                    label={<Trans>Name</Trans>}
                    value={form.name}
                    onChange={name => onChange({ ...form, name })}
                />
                <Choice
                    label={<Trans>Kind</Trans>}
                    labels={kinds}
                    value={form.kind}
                    onChange={kind => onChange({ ...form, kind })}
                />
                <TextField
                    label={<Trans>Starts (or at once)</Trans>}
                    type="datetime-local"
                    step="1"
                    value={form.startsAt}
                    onChange={startsAt => onChange({ ...form, startsAt })}
                />
                <TextField
                    label={<Trans>Ends (or never)</Trans>}
                    type="datetime-local"
                    step="1"
                    value={form.endsAt}
                    onChange={endsAt => onChange({ ...form, endsAt })}
                />
            </div>
            <p className="text-sm text-muted-foreground">{label(kindUses, form.kind)}</p>
            <EffectFields form={form} onChange={onChange} />
            <ScopeFields form={form} onChange={onChange} />
            <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
                <TextField
                    label={<Trans>Priority</Trans>}
                    type="number"
                    step="1"
                    hint={<Trans>The highest is asked first; the older rule among equals.</Trans>}
                    value={form.priority}
                    onChange={priority => onChange({ ...form, priority })}
                />
                <div className="space-y-3 sm:col-span-1 xl:col-span-3">
                    <CheckField
                        label={<Trans>May lower prices</Trans>}
                        checked={form.mayLower}
                        onChange={mayLower => onChange({ ...form, mayLower })}
                    />
                    <CheckField
                        label={<Trans>May raise prices</Trans>}
                        checked={form.mayRaise}
                        onChange={mayRaise => onChange({ ...form, mayRaise })}
                    />
                    <CheckField
                        label={<Trans>Combines: works on what the rules before it made of the price</Trans>}
                        checked={form.combines}
                        onChange={combines => onChange({ ...form, combines })}
                    />
                    <CheckField
                        label={<Trans>Switched on</Trans>}
                        checked={form.enabled}
                        onChange={enabled => onChange({ ...form, enabled })}
                    />
                </div>
            </div>
            {save.error && (
                <p role="alert" className="text-sm text-destructive">
                    {save.error.message}
                </p>
            )}
            <PermissionGuard requires={['ManageEfiPricing']}>
                <Button type="submit" disabled={save.isPending || form.name.trim() === ''}>
                    <Trans>Save the rule</Trans>
                </Button>
            </PermissionGuard>
        </form>
    );
}
