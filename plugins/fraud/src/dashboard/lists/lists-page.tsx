import { Trans } from '@lingui/react/macro';
import { Button, Page, PageBlock, PageLayout, PageTitle, PermissionGuard } from '@vendure/dashboard';
import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { EntryDialog } from './entry-dialog';
import { EntryTable } from './entry-table';

/** Who is always let through in the active channel, or never. */
export function ListsPage() {
    const [isAdding, setIsAdding] = useState(false);
    return (
        <Page pageId="efi-fraud-lists">
            <PageTitle>
                <Trans>Fraud lists</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="entries"
                    description={
                        <Trans>
                            Of the active channel, before rules and scores. Who is on both lists is blocked.
                            Only a hint of each value is kept: nobody can read it here again.
                        </Trans>
                    }
                >
                    {/* Not in the action bar, which has no room for it on a telephone. */}
                    <PermissionGuard requires={['EfiManageFraud']}>
                        <Button size="sm" className="mb-4" onClick={() => setIsAdding(true)}>
                            <PlusIcon className="size-4" />
                            <Trans>New entry</Trans>
                        </Button>
                    </PermissionGuard>
                    <EntryTable />
                    {isAdding && <EntryDialog onClose={() => setIsAdding(false)} />}
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
