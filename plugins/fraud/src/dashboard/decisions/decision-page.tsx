import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { Page, PageTitle } from '@vendure/dashboard';
import { decisionQuery } from '../shared/decisions.graphql';
import { useAdminQuery } from '../shared/use-admin-query';
import { DecisionRecords } from './decision-records';

/** One decision with all that it was based on, and what a person can do about it. */
export function DecisionPage({ id }: { id: string }) {
    const { i18n } = useLingui();
    const decision = useAdminQuery(decisionQuery, { id, language: i18n.locale });
    const found = decision.data?.efiFraudDecision;
    return (
        <Page pageId="efi-fraud-decision">
            <PageTitle>
                {found ? <Trans>Decision about {found.orderCode}</Trans> : <Trans>Decision</Trans>}
            </PageTitle>
            {decision.isPending ? (
                <Loading />
            ) : decision.isError ? (
                <LoadFailed query={decision} />
            ) : found ? (
                <DecisionRecords decision={found} />
            ) : (
                <p>
                    <Trans>There is no such decision in this channel.</Trans>
                </p>
            )}
        </Page>
    );
}
