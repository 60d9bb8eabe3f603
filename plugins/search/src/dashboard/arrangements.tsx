import { LoadFailed, Loading, RecordTable } from '@efi/plugin-kit/dashboard';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Button, PermissionGuard } from '@vendure/dashboard';
import { PlusIcon } from 'lucide-react';
import { DeleteArrangement } from './delete-arrangement';
import { arrangementsQuery } from './rules.graphql';
import { useAdminQuery } from './use-admin-query';

/** All terms of a language that have pinned products or some left out. */
export function Arrangements({ languageCode }: { languageCode: string }) {
    return (
        <div className="space-y-4">
            <PermissionGuard requires={['UpdateCatalog', 'UpdateProduct']}>
                <Button render={<Link to={`/search-rules/new-${languageCode}`} />}>
                    <PlusIcon className="size-4" aria-hidden />
                    <Trans>Pin products</Trans>
                </Button>
            </PermissionGuard>
            <ArrangementTable languageCode={languageCode} />
        </div>
    );
}

function ArrangementTable({ languageCode }: { languageCode: string }) {
    const arrangements = useAdminQuery(arrangementsQuery, { languageCode });
    if (arrangements.isPending) {
        return <Loading />;
    }
    if (arrangements.isError) {
        return <LoadFailed query={arrangements} />;
    }
    return (
        <RecordTable
            rows={arrangements.data.efiSearchArrangements}
            none={<Trans>No pinned products yet. Every search is ranked by relevance.</Trans>}
            columns={[
                {
                    title: <Trans>Term</Trans>,
                    cell: ({ id, term }) => (
                        <Link
                            to={`/search-rules/${id}`}
                            className="block break-words whitespace-normal underline underline-offset-4"
                        >
                            {term}
                        </Link>
                    ),
                },
                {
                    title: <Trans>Products</Trans>,
                    cell: ({ pinnedIds, hiddenIds }) => (
                        <span className="block whitespace-normal">
                            {pinnedIds.length > 0 && (
                                <span className="block">
                                    <Plural value={pinnedIds.length} one="# pinned" other="# pinned" />
                                </span>
                            )}
                            {hiddenIds.length > 0 && (
                                <span className="block">
                                    <Plural value={hiddenIds.length} one="# left out" other="# left out" />
                                </span>
                            )}
                        </span>
                    ),
                },
                {
                    title: <span className="sr-only">{<Trans>Actions</Trans>}</span>,
                    cell: arrangement => (
                        <PermissionGuard requires={['UpdateCatalog', 'UpdateProduct']}>
                            <span className="flex justify-end">
                                <DeleteArrangement arrangement={arrangement} />
                            </span>
                        </PermissionGuard>
                    ),
                },
            ]}
        />
    );
}
