import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, Button, PageBlock, PageLayout, PermissionGuard, toast } from '@vendure/dashboard';
import { type FormEvent, useRef, useState } from 'react';
import { useRefresh } from '../shared/use-admin-query';
import { BackTestResult } from './back-test-result';
import { FeatureList } from './feature-list';
import { RuleFields } from './rule-fields';
import { emptyForm, formOf, isComplete, toInput } from './rule-form';
import { type Rule, saveRuleMutation } from './rules.graphql';
import { useBackTest } from './use-back-test';
import { VersionsTable } from './versions-table';

/** Writes a rule, with what it would have done to past orders at its side, before it is saved. */
export function RuleEditor({ versions }: { versions: readonly Rule[] }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const navigate = useNavigate();
    const [present] = versions;
    const [form, setForm] = useState(present ? formOf(present) : emptyForm);
    const expression = useRef<HTMLTextAreaElement>(null);
    const backTest = useBackTest(form.expression);
    const save = useMutation({
        mutationFn: async () => {
            const { saveEfiFraudRule: saved } = await api.mutate(saveRuleMutation, { input: toInput(form) });
            if (saved.__typename === 'EfiFraudRuleInvalidError') {
                throw new Error(saved.message);
            }
            await refresh();
        },
        onSuccess: () => {
            toast.success(t`The rule is saved.`);
            void navigate({ to: '/fraud-rules' });
        },
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        save.mutate();
    };
    /** Where the cursor is, since an expression is written from the inside as often as at its end. */
    const insert = (name: string) => {
        const { selectionStart: at = form.expression.length, selectionEnd: to = at } =
            expression.current ?? {};
        setForm({ ...form, expression: form.expression.slice(0, at) + name + form.expression.slice(to) });
        expression.current?.focus();
    };
    return (
        <PageLayout>
            <PageBlock column="main" blockId="rule" title={<Trans>Rule</Trans>}>
                <form noValidate onSubmit={submit} className="space-y-4">
                    <RuleFields form={form} isNew={!present} expression={expression} onChange={setForm} />
                    {save.error && (
                        <p role="alert" className="text-sm text-destructive">
                            {save.error.message}
                        </p>
                    )}
                    <PermissionGuard requires={['EfiManageFraud']}>
                        <Button
                            type="submit"
                            disabled={save.isPending || !isComplete(form) || backTest.state !== 'tested'}
                        >
                            {present ? (
                                <Trans>Save as version {present.version + 1}</Trans>
                            ) : (
                                <Trans>Save</Trans>
                            )}
                        </Button>
                    </PermissionGuard>
                </form>
            </PageBlock>
            <PageBlock
                column="main"
                blockId="back-test"
                title={<Trans>Back-test</Trans>}
                description={<Trans>What it would have done to the orders of the last 90 days.</Trans>}
            >
                <BackTestResult backTest={backTest} />
            </PageBlock>
            {present && (
                <PageBlock column="main" blockId="versions" title={<Trans>Versions</Trans>}>
                    <VersionsTable versions={versions} />
                </PageBlock>
            )}
            <PageBlock column="side" blockId="features" title={<Trans>What a rule can look at</Trans>}>
                <FeatureList onChoose={insert} />
            </PageBlock>
        </PageLayout>
    );
}
