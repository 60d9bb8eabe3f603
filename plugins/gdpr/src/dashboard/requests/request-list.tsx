import { LoadFailed, Loading, ShowMore } from '@efi/plugin-kit/dashboard';
import { useState } from 'react';
import { useAdminQuery } from '../shared/use-admin-query';
import { optionsOf, type Search } from './request-search';
import { RequestTable } from './request-table';
import { requestsQuery } from './requests.graphql';

const HALF_A_MINUTE = 30_000;
const SHOWN = 25;
/** As many as the server gives at once. */
const MOST = 100;

export function RequestList({ search }: { search: Search }) {
    const [take, setTake] = useState(SHOWN);
    const requests = useAdminQuery(requestsQuery, { options: { ...optionsOf(search), take } }, HALF_A_MINUTE);
    if (requests.isPending) {
        return <Loading />;
    }
    if (requests.isError) {
        return <LoadFailed query={requests} />;
    }
    const { items, totalItems } = requests.data.efiPrivacyRequests;
    return (
        <>
            <RequestTable requests={items} />
            <ShowMore
                shown={items.length}
                total={Math.min(totalItems, MOST)}
                isLoading={requests.isFetching}
                onMore={() => setTake(Math.min(take + SHOWN, MOST))}
            />
        </>
    );
}
