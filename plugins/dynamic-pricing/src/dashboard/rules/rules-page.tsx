import { LoadFailed, Loading, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Button, Page, PageBlock, PageLayout, PageTitle, PermissionGuard } from '@vendure/dashboard';
import { PlusIcon } from 'lucide-react';
import { kinds } from '../shared/labels';
import { useAdminQuery } from '../shared/use-admin-query';
import { DeleteButton } from './delete-button';
import { RuleState } from './rule-state';
import { RuleSummary } from './rule-summary';
import { rulesQuery } from './rules.graphql';

/** The rules of the active channel, in the order in which they are asked. */
export function RulesPage() {
    return (
        <Page pageId="efi-pricing-rules">
            <PageTitle>
                <Trans>Pricing rules</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="rules"
                    description={
                        <Trans>
                            Asked from top to bottom. The first that fires sets the price; later ones lose,
                            save those that combine. Guards always win.
                        </Trans>
                    }
                >
                    {/* Not in the action bar, which has no room for it on a telephone. */}
                    <PermissionGuard requires={['ManageEfiPricing']}>
                        <Button render={<Link to="/pricing-rules/new" />} className="mb-4">
                            <PlusIcon className="size-4" />
                            <Trans>New rule</Trans>
                        </Button>
                    </PermissionGuard>
                    <Rules />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}

function Rules() {
    const rules = useAdminQuery(rulesQuery, {});
    const label = useLabel();
    if (rules.isPending) {
        return <Loading />;
    }
    if (rules.isError) {
        return <LoadFailed query={rules} />;
    }
    return (
        <RecordTable
            rows={rules.data.efiPricingRules}
            none={<Trans>No rules: every price is its list price.</Trans>}
            columns={[
                {
                    title: <Trans>Priority</Trans>,
                    cell: ({ priority }) => <span className="tabular-nums">{priority}</span>,
                },
                {
                    title: <Trans>Rule</Trans>,
                    cell: rule => (
                        <span className="block min-w-40 whitespace-normal">
                            <Link to={`/pricing-rules/${rule.id}`} className="underline underline-offset-4">
                                {rule.name}
                            </Link>
                            <span className="block text-xs text-muted-foreground">
                                {label(kinds, rule.effect.kind)}
                            </span>
                        </span>
                    ),
                },
                { title: <Trans>Effect</Trans>, cell: rule => <RuleSummary rule={rule} /> },
                { title: <Trans>State</Trans>, cell: rule => <RuleState rule={rule} /> },
                {
                    title: null,
                    cell: rule => (
                        <PermissionGuard requires={['ManageEfiPricing']}>
                            <span className="flex justify-end">
                                <DeleteButton rule={rule} />
                            </span>
                        </PermissionGuard>
                    ),
                },
            ]}
        />
    );
}
