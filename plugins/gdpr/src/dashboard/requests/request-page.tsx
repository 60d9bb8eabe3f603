import { LoadFailed, Loading, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { kinds } from '../shared/labels';
import { useAdminQuery } from '../shared/use-admin-query';
import { Holds } from '../holds/holds';
import { PartTable } from './part-table';
import { RequestActions } from './request-actions';
import { RequestFacts } from './request-facts';
import { requestQuery, type RequestDetail } from './requests.graphql';

const FIVE_SECONDS = 5_000;

/** One request with its clock, its parts, and what can be done about it. */
export function RequestPage({ id }: { id: string }) {
    const label = useLabel();
    const request = useAdminQuery(requestQuery, { id }, data =>
        data?.efiPrivacyRequest?.endedAt ? false : FIVE_SECONDS,
    );
    const found = request.data?.efiPrivacyRequest;
    return (
        <Page pageId="efi-privacy-request">
            <PageTitle>{found ? label(kinds, found.kind) : <Trans>Privacy request</Trans>}</PageTitle>
            {request.isPending ? (
                <Loading />
            ) : request.isError ? (
                <LoadFailed query={request} />
            ) : found ? (
                <Blocks request={found} />
            ) : (
                <p>
                    <Trans>There is no such request.</Trans>
                </p>
            )}
        </Page>
    );
}

function Blocks({ request }: { request: RequestDetail }) {
    return (
        <PageLayout>
            <PageBlock column="main" blockId="request" title={<Trans>Where it stands</Trans>}>
                <div className="space-y-6">
                    <RequestFacts request={request} />
                    <RequestActions request={request} />
                </div>
            </PageBlock>
            {request.parts.length > 0 && (
                <PageBlock
                    column="main"
                    blockId="parts"
                    title={<Trans>Parts</Trans>}
                    description={
                        <Trans>
                            Each place where the shop keeps data is done by itself. What failed is tried again
                            and does not stop the others.
                        </Trans>
                    }
                >
                    <PartTable parts={request.parts} />
                </PageBlock>
            )}
            <PageBlock
                column="side"
                blockId="holds"
                title={<Trans>Legal holds</Trans>}
                description={<Trans>Keep parts of this customer’s data from being erased.</Trans>}
            >
                <Holds customerId={request.customerId} />
            </PageBlock>
        </PageLayout>
    );
}
