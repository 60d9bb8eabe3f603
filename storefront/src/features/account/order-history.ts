import 'server-only';
import type { ResultOf } from '@/graphql/graphql';
import { queryAsShopper } from '@/lib/vendure/client';
import { OrderHistoryQuery } from './account-documents';

type History = NonNullable<ResultOf<typeof OrderHistoryQuery>['activeCustomer']>['orders'];
export type PastOrder = History['items'][number];

export const ordersPerPage = 10;

/** @param page - From 1. */
export async function fetchOrderHistory(page: number): Promise<History> {
    const { activeCustomer } = await queryAsShopper(OrderHistoryQuery, {
        take: ordersPerPage,
        skip: (page - 1) * ordersPerPage,
    });
    return activeCustomer?.orders ?? { totalItems: 0, items: [] };
}
