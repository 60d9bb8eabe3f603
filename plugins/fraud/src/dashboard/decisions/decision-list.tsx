import { LoadFailed, Loading, ShowMore } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { decisionsQuery, type Filter } from '../shared/decisions.graphql';
import { useAdminQuery } from '../shared/use-admin-query';
import { DecisionTable } from './decision-table';
import { NothingToDecide } from './nothing-to-decide';

const HALF_A_MINUTE = 30_000;
const SHOWN = 25;
/** As many as the server gives at once. */
const MOST = 100;

export function DecisionList({ filter }: { filter: Filter }) {
    const [take, setTake] = useState(SHOWN);
    const decisions = useAdminQuery(decisionsQuery, { filter, take }, HALF_A_MINUTE);
    if (decisions.isPending) {
        return <Loading />;
    }
    if (decisions.isError) {
        return <LoadFailed query={decisions} />;
    }
    const { items, totalItems } = decisions.data.efiFraudDecisions;
    if (totalItems === 0) {
        return filter === 'OPEN' || filter === 'APPEALS' ? (
            <NothingToDecide />
        ) : (
            <p className="text-sm text-muted-foreground">
                <Trans>There are no such decisions in this channel.</Trans>
            </p>
        );
    }
    return (
        <>
            <DecisionTable decisions={items} />
            <ShowMore
                shown={items.length}
                total={Math.min(totalItems, MOST)}
                isLoading={decisions.isFetching}
                onMore={() => setTake(Math.min(take + SHOWN, MOST))}
            />
            {totalItems > MOST && items.length === MOST && (
                <p className="mt-4 text-sm text-muted-foreground">
                    <Trans>
                        These are the first {MOST} of {totalItems}.
                    </Trans>
                </p>
            )}
        </>
    );
}
