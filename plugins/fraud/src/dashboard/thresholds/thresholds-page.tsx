import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Page, PageTitle, useChannel } from '@vendure/dashboard';
import { useAdminQuery } from '../shared/use-admin-query';
import { policyQuery } from './policy.graphql';
import { PolicyEditor } from './policy-editor';

/** From which score on something is done in the active channel. */
export function ThresholdsPage() {
    const { activeChannel } = useChannel();
    const policy = useAdminQuery(policyQuery, {});
    return (
        <Page pageId="efi-fraud-thresholds">
            <PageTitle>
                <Trans>Fraud thresholds</Trans>
            </PageTitle>
            {policy.isPending || !activeChannel ? (
                <Loading />
            ) : policy.isError ? (
                <LoadFailed query={policy} />
            ) : (
                <PolicyEditor
                    key={activeChannel.id}
                    channelCode={activeChannel.code}
                    saved={policy.data.efiFraudPolicy}
                    currency={activeChannel.defaultCurrencyCode}
                />
            )}
        </Page>
    );
}
