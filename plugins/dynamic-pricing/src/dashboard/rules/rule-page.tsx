import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { useState } from 'react';
import { RuleSimulation } from '../simulation/rule-simulation';
import { useAdminQuery } from '../shared/use-admin-query';
import { PricePreview } from './price-preview';
import { RuleEditor } from './rule-editor';
import { emptyForm, formOf, toInput } from './rule-form';
import { type Rule, rulesQuery } from './rules.graphql';

/** Writes a rule, with what it would do to prices beside it, before it is saved. */
export function RulePage({ id }: { id: string }) {
    const rules = useAdminQuery(rulesQuery, {});
    const rule = rules.data?.efiPricingRules.find(one => one.id === id);
    return (
        <Page pageId="efi-pricing-rule">
            <PageTitle>{rule?.name ?? <Trans>New rule</Trans>}</PageTitle>
            {id === 'new' || rule ? (
                <Editing key={id} {...(rule ? { rule } : {})} />
            ) : (
                <PageLayout>
                    <PageBlock column="full" blockId="missing">
                        {rules.isPending ? (
                            <Loading />
                        ) : rules.isError ? (
                            <LoadFailed query={rules} />
                        ) : (
                            <Trans>There is no such rule in this channel.</Trans>
                        )}
                    </PageBlock>
                </PageLayout>
            )}
        </Page>
    );
}

function Editing({ rule }: { rule?: Rule }) {
    const [form, setForm] = useState(() => (rule ? formOf(rule) : emptyForm()));
    const draft = toInput(form);
    const ofRule = rule ? { draftId: rule.id } : {};
    return (
        <PageLayout>
            <PageBlock column="full" blockId="rule" title={<Trans>The rule</Trans>}>
                <RuleEditor form={form} onChange={setForm} {...(rule ? { rule } : {})} />
            </PageBlock>
            <PageBlock
                column="full"
                blockId="preview"
                title={<Trans>What it would do now</Trans>}
                description={
                    <Trans>
                        With the other rules and all guards, by the same code as a run. Nothing is written.
                    </Trans>
                }
            >
                <PricePreview draft={draft} {...ofRule} />
            </PageBlock>
            <PageBlock
                column="full"
                blockId="simulation"
                title={<Trans>What it would have done</Trans>}
                description={
                    <Trans>
                        This rule alone, within the guards, over the shop’s own sales: as if its price had
                        held in each of these weeks, beside today’s list prices.
                    </Trans>
                }
            >
                <RuleSimulation draft={draft} />
            </PageBlock>
        </PageLayout>
    );
}
