import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { Page, PageTitle } from '@vendure/dashboard';
import { useAdminQuery } from '../shared/use-admin-query';
import { RuleEditor } from './rule-editor';
import { ruleVersionsQuery } from './rules.graphql';

/** A rule to be written. */
export function NewRulePage() {
    return (
        <Page pageId="efi-fraud-new-rule">
            <PageTitle>
                <Trans>New fraud rule</Trans>
            </PageTitle>
            <RuleEditor versions={[]} />
        </Page>
    );
}

/** A rule with its earlier versions. Saving makes its next one. */
export function RulePage({ code }: { code: string }) {
    const { i18n } = useLingui();
    const query = useAdminQuery(ruleVersionsQuery, { code, language: i18n.locale });
    const versions = query.data?.efiFraudRuleVersions ?? [];
    const [present] = versions;
    return (
        <Page pageId="efi-fraud-rule">
            <PageTitle>{present?.name ?? code}</PageTitle>
            {query.isPending ? (
                <Loading />
            ) : query.isError ? (
                <LoadFailed query={query} />
            ) : present ? (
                <RuleEditor key={present.version} versions={versions} />
            ) : (
                <p>
                    <Trans>There is no such rule.</Trans>
                </p>
            )}
        </Page>
    );
}
