import 'server-only';
import type { ResultOf } from '@/graphql/graphql';
import { queryAsShopper } from '@/lib/vendure/client';
import { SessionsQuery } from './session-documents';

export type ShopperSession = ResultOf<typeof SessionsQuery>['efiSessions'][number];

/** Where the signed-in customer is signed in: this browser first, then what was used last. */
export async function fetchSessions(): Promise<readonly ShopperSession[]> {
    const { efiSessions } = await queryAsShopper(SessionsQuery, {});
    return [...efiSessions].sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}
