import 'server-only';
import type { ResultOf } from '@/graphql/graphql';
import { queryAsShopper } from '@/lib/vendure/client';
import { PrivacyRequestsQuery } from './privacy-documents';

export type PrivacyRequest = ResultOf<typeof PrivacyRequestsQuery>['efiPrivacyRequests'][number];

/** What the signed-in customer asked for about their data, the newest first. */
export async function fetchPrivacyRequests(): Promise<readonly PrivacyRequest[]> {
    const { efiPrivacyRequests } = await queryAsShopper(PrivacyRequestsQuery, {});
    return efiPrivacyRequests;
}
