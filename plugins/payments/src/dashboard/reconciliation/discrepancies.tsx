import { LoadFailed, Loading, ShowMore } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@vendure/dashboard';
import { useState } from 'react';
import { useAdminQuery } from '../shared/use-admin-query';
import { DiscrepancyTable } from './discrepancy-table';
import { discrepanciesQuery } from './reconciliation.graphql';

const SHOWN = 20;

/** What the provider and the ledger do not have alike: what is open first, and what was resolved. */
export function Discrepancies() {
    return (
        <Tabs defaultValue="open">
            <TabsList>
                <TabsTrigger value="open">
                    <Trans>Open</Trans>
                </TabsTrigger>
                <TabsTrigger value="resolved">
                    <Trans>Resolved</Trans>
                </TabsTrigger>
            </TabsList>
            <TabsContent value="open">
                <InState state="open" />
            </TabsContent>
            <TabsContent value="resolved">
                <InState state="resolved" />
            </TabsContent>
        </Tabs>
    );
}

function InState({ state }: { state: 'open' | 'resolved' }) {
    const [take, setTake] = useState(SHOWN);
    const discrepancies = useAdminQuery(discrepanciesQuery, { take, state });
    if (discrepancies.isPending) {
        return <Loading />;
    }
    if (discrepancies.isError) {
        return <LoadFailed query={discrepancies} />;
    }
    const { items, totalItems } = discrepancies.data.efiDiscrepancies;
    return (
        <>
            <DiscrepancyTable discrepancies={items} isOpen={state === 'open'} />
            <ShowMore
                shown={items.length}
                total={totalItems}
                isLoading={discrepancies.isFetching}
                onMore={() => setTake(take + SHOWN)}
            />
        </>
    );
}
