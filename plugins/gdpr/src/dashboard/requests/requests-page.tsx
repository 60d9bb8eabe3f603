import { Trans } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { Button, Page, PageBlock, PageLayout, PageTitle, PermissionGuard } from '@vendure/dashboard';
import { useState } from 'react';
import { OpenRequestDialog } from './open-request-dialog';
import { RequestFilters } from './request-filters';
import { RequestList } from './request-list';
import { searchOf } from './request-search';

/** What people asked for about their data, the most urgent first. */
export function RequestsPage() {
    const search = searchOf(useSearch({ strict: false }));
    const [isOpening, setIsOpening] = useState(false);
    return (
        <Page pageId="efi-privacy-requests">
            <PageTitle>
                <Trans>Privacy requests</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="requests"
                    description={
                        <Trans>
                            To be answered within 30 days. Access and erasure are done by the shop itself; the
                            rest waits for a person.
                        </Trans>
                    }
                >
                    <PermissionGuard requires={['ManageEfiPrivacy']}>
                        <Button
                            type="button"
                            variant="outline"
                            className="mb-4"
                            onClick={() => setIsOpening(true)}
                        >
                            <Trans>New request by letter or call…</Trans>
                        </Button>
                    </PermissionGuard>
                    <RequestFilters search={search} />
                    <RequestList key={JSON.stringify(search)} search={search} />
                    {isOpening && <OpenRequestDialog onClose={() => setIsOpening(false)} />}
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
