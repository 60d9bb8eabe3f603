import { useLabel } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import {
    api,
    Button,
    Dialog,
    DialogContent,
    DialogDescription,
    DialogFooter,
    DialogHeader,
    DialogTitle,
    toast,
} from '@vendure/dashboard';
import { type FormEvent, useState } from 'react';
import { actionUses } from '../shared/labels';
import { useRefresh } from '../shared/use-admin-query';
import { RuleFields } from './rule-fields';
import { emptyForm, formOf, isComplete, toInput } from './rule-form';
import { createRuleMutation, type Rule, updateRuleMutation } from './rules.graphql';

/** Writes a new rule, or changes one. */
export function RuleDialog({ rule, onClose }: { rule?: Rule; onClose: () => void }) {
    const { t } = useLingui();
    const label = useLabel();
    const refresh = useRefresh();
    const [form, setForm] = useState(rule ? formOf(rule) : emptyForm);
    const save = useMutation({
        mutationFn: async () => {
            const input = toInput(form);
            await (rule
                ? api.mutate(updateRuleMutation, { id: rule.id, input })
                : api.mutate(createRuleMutation, { input }));
            await refresh();
        },
        onSuccess: () => {
            toast.success(t`The rule is saved.`);
            onClose();
        },
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        save.mutate();
    };
    return (
        <Dialog open onOpenChange={isOpen => !isOpen && !save.isPending && onClose()}>
            <DialogContent className="max-h-[90dvh] overflow-y-auto">
                <form noValidate onSubmit={submit} className="space-y-4">
                    <DialogHeader>
                        <DialogTitle>
                            {rule ? <Trans>Change the rule</Trans> : <Trans>New rule</Trans>}
                        </DialogTitle>
                        <DialogDescription>{label(actionUses, form.action)}</DialogDescription>
                    </DialogHeader>
                    <RuleFields form={form} onChange={setForm} />
                    {save.error && (
                        <p role="alert" className="text-sm text-destructive">
                            {save.error.message}
                        </p>
                    )}
                    <DialogFooter>
                        <Button type="button" variant="outline" disabled={save.isPending} onClick={onClose}>
                            <Trans>Cancel</Trans>
                        </Button>
                        <Button type="submit" disabled={save.isPending || !isComplete(form)}>
                            <Trans>Save</Trans>
                        </Button>
                    </DialogFooter>
                </form>
            </DialogContent>
        </Dialog>
    );
}
