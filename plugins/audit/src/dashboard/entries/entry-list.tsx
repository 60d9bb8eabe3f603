import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@vendure/dashboard';
import { useState } from 'react';
import { useAdminQuery } from '../shared/use-admin-query';
import { entriesQuery } from './entries.graphql';
import { filterOf, type Search } from './entry-search';
import { EntryTable } from './entry-table';

/** The entries of a search, newest first. Pages go by the id of the last entry, so new ones shift nothing. */
export function EntryList({ search }: { search: Search }) {
    const { t } = useLingui();
    const [cursors, setCursors] = useState<readonly string[]>([]);
    const entries = useAdminQuery(entriesQuery, {
        filter: filterOf(search),
        before: cursors.at(-1) ?? null,
    });
    if (entries.isPending) {
        return <Loading />;
    }
    if (entries.isError) {
        return <LoadFailed query={entries} />;
    }
    const { items, hasMore } = entries.data.efiAuditEntries;
    const last = items.at(-1);
    return (
        <>
            <EntryTable entries={items} />
            {(hasMore || cursors.length > 0) && (
                <nav aria-label={t`Pages`} className="mt-4 flex gap-2">
                    <Button
                        type="button"
                        variant="outline"
                        size="sm"
                        disabled={cursors.length === 0}
                        onClick={() => setCursors(cursors.slice(0, -1))}
                    >
                        <Trans>Newer</Trans>
                    </Button>
                    <Button
                        type="button"
                        variant="outline"
                        size="sm"
                        disabled={!hasMore || last === undefined}
                        onClick={() => last && setCursors([...cursors, last.id])}
                    >
                        <Trans>Older</Trans>
                    </Button>
                </nav>
            )}
        </>
    );
}
