import { useQueryClient } from '@tanstack/react-query';
import { PaginatedListDataTableKey } from '@vendure/dashboard';
import { useEffect, useRef } from 'react';

const FIVE_SECONDS = 5_000;

/** States that a payment leaves by itself, mostly within seconds. */
const UNDER_WAY: readonly string[] = ['processing', 'pending', 'authorised', 'returning'];

/**
 * Reads the list on the screen again every few seconds, as long as it shows a payment whose state is about to change.
 * A server that is slow to answer is not asked again meanwhile.
 *
 * @returns What has to look at the rows whenever they are drawn.
 */
export function useRereadingWhileUnderWay(): <Row extends { readonly state: string }>(rows: Row[]) => Row[] {
    const client = useQueryClient();
    const isUnderWay = useRef(false);
    useEffect(() => {
        const list = { queryKey: [PaginatedListDataTableKey] };
        const timer = setInterval(() => {
            if (isUnderWay.current && client.isFetching(list) === 0) {
                void client.invalidateQueries(list);
            }
        }, FIVE_SECONDS);
        return () => clearInterval(timer);
    }, [client]);
    return rows => {
        isUnderWay.current = rows.some(({ state }) => UNDER_WAY.includes(state));
        return rows;
    };
}
