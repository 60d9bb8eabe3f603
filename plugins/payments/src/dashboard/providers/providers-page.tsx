import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { gatewaysQuery } from '../shared/gateways.graphql';
import { useAdminQuery } from '../shared/use-admin-query';
import { ProviderCard } from './provider-card';

const TEN_SECONDS = 10_000;

/** How every provider fares, over all servers and workers. Read again by itself. */
export function ProvidersPage() {
    return (
        <Page pageId="efi-payment-providers">
            <PageTitle>
                <Trans>Payment providers</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="providers"
                    description={
                        <Trans>
                            Calls of the last 15 minutes by all servers and workers. A declined card counts as
                            an answer.
                        </Trans>
                    }
                >
                    <Providers />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}

function Providers() {
    const gateways = useAdminQuery(gatewaysQuery, {}, TEN_SECONDS);
    if (gateways.isPending) {
        return <Loading />;
    }
    if (gateways.isError) {
        return <LoadFailed query={gateways} />;
    }
    const { efiPaymentGateways: all } = gateways.data;
    return all.length === 0 ? (
        <p>
            <Trans>No provider is configured.</Trans>
        </p>
    ) : (
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            {all.map(gateway => (
                <li key={gateway.name}>
                    <ProviderCard gateway={gateway} />
                </li>
            ))}
        </ul>
    );
}
