import { LabelBadge, LoadFailed, Loading, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Badge, Button, Page, PageBlock, PageLayout, PageTitle, PermissionGuard } from '@vendure/dashboard';
import { PlusIcon } from 'lucide-react';
import { verdicts } from '../shared/labels';
import { useAdminQuery } from '../shared/use-admin-query';
import { Points } from './points';
import { type Rule, rulesQuery } from './rules.graphql';

/** The merchant's own word on what is suspicious, for all channels. */
export function RulesPage() {
    return (
        <Page pageId="efi-fraud-rules">
            <PageTitle>
                <Trans>Fraud rules</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="rules"
                    description={
                        <Trans>
                            Of all channels, in force within seconds. A rule fires only on what is known of an
                            order.
                        </Trans>
                    }
                >
                    {/* Not in the action bar, which has no room for it on a telephone. */}
                    <PermissionGuard requires={['EfiManageFraud']}>
                        <Button
                            size="sm"
                            className="mb-4"
                            nativeButton={false}
                            render={<Link to="/fraud-new-rule" />}
                        >
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
    const { i18n } = useLingui();
    const rules = useAdminQuery(rulesQuery, { language: i18n.locale });
    if (rules.isPending) {
        return <Loading />;
    }
    if (rules.isError) {
        return <LoadFailed query={rules} />;
    }
    return (
        <RecordTable
            rows={rules.data.efiFraudRules}
            none={<Trans>There are no rules: a model decides alone, or nothing does.</Trans>}
            columns={[
                { title: <Trans>Rule</Trans>, cell: rule => <RuleName rule={rule} /> },
                { title: <Trans>Points</Trans>, cell: ({ points }) => <Points points={points} /> },
                {
                    title: <Trans>At least</Trans>,
                    cell: ({ atLeast }) => atLeast && <LabelBadge labels={verdicts} word={atLeast} />,
                },
                {
                    title: <Trans>State</Trans>,
                    cell: ({ enabled }) =>
                        enabled ? (
                            <Badge variant="success">
                                <Trans>On</Trans>
                            </Badge>
                        ) : (
                            <Badge variant="outline">
                                <Trans>Off</Trans>
                            </Badge>
                        ),
                },
                { title: <Trans>Version</Trans>, cell: ({ version }) => version },
            ]}
        />
    );
}

function RuleName({ rule: { code, name, expression } }: { rule: Rule }) {
    return (
        <div className="max-w-xl min-w-64 space-y-1 whitespace-normal">
            <Link to={`/fraud-rules/${code}`} className="font-medium underline underline-offset-4">
                {name}
            </Link>
            <code className="block text-xs break-words text-muted-foreground">{expression}</code>
        </div>
    );
}
