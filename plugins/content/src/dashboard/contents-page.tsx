import { LoadFailed, Loading, Moment, RecordTable, ShowMore, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Badge, Button, Page, PageBlock, PageLayout, PageTitle, PermissionGuard } from '@vendure/dashboard';
import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { entriesQuery, type Entry } from './content.graphql';
import { kinds } from './labels';
import { NewContent } from './new-content';
import { useAdminQuery } from './use-content-query';

const PAGE = 50;
/** The API gives no more at once. */
const MOST = 500;

/** Pages and menus of the active channel. */
export function ContentsPage() {
    const [isNew, setIsNew] = useState(false);
    return (
        <Page pageId="efi-contents">
            <PageTitle>
                <Trans>Pages and menus</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="contents"
                    description={
                        <Trans>
                            What the default channel publishes stands in for every other channel, until that
                            has its own.
                        </Trans>
                    }
                >
                    <PermissionGuard requires={['CreateEfiContent']}>
                        <Button className="mb-4" onClick={() => setIsNew(true)}>
                            <PlusIcon className="size-4" />
                            <Trans>New content</Trans>
                        </Button>
                    </PermissionGuard>
                    <Contents />
                    {isNew && <NewContent onClose={() => setIsNew(false)} />}
                </PageBlock>
            </PageLayout>
        </Page>
    );
}

function Contents() {
    const [take, setTake] = useState(PAGE);
    const entries = useAdminQuery(entriesQuery, { take });
    if (entries.isPending) {
        return <Loading />;
    }
    if (entries.isError) {
        return <LoadFailed query={entries} />;
    }
    const { items, totalItems } = entries.data.efiContentEntries;
    return (
        <>
            <ContentTable entries={items} />
            <ShowMore
                shown={items.length}
                total={Math.min(totalItems, MOST)}
                isLoading={entries.isFetching}
                onMore={() => setTake(MOST)}
            />
        </>
    );
}

function ContentTable({ entries }: { entries: readonly Entry[] }) {
    const label = useLabel();
    return (
        <RecordTable
            rows={entries}
            none={<Trans>Nothing was written yet: the shop shows the pages that it begins with.</Trans>}
            columns={[
                {
                    title: <Trans>Name</Trans>,
                    cell: ({ id, title, code }) => (
                        <span className="block min-w-40 whitespace-normal">
                            <Link to={`/content/${id}`} className="underline underline-offset-4">
                                {title || code}
                            </Link>
                            <span className="block text-xs text-muted-foreground">{code}</span>
                        </span>
                    ),
                },
                { title: <Trans>Kind</Trans>, cell: ({ kind }) => label(kinds, kind) },
                { title: <Trans>State</Trans>, cell: entry => <EntryState entry={entry} /> },
                { title: <Trans>Changed</Trans>, cell: ({ updatedAt }) => <Moment at={updatedAt} /> },
            ]}
        />
    );
}

function EntryState({ entry: { isShown, isChanged } }: { entry: Entry }) {
    return (
        <span className="flex flex-wrap gap-1">
            {isShown ? (
                <Badge variant="success">
                    <Trans>Shown</Trans>
                </Badge>
            ) : (
                <Badge variant="outline">
                    <Trans>Not shown</Trans>
                </Badge>
            )}
            {isShown && isChanged && (
                <Badge variant="secondary">
                    <Trans>Draft has changed</Trans>
                </Badge>
            )}
        </span>
    );
}
