import 'server-only';
import type { ResultOf } from '@/graphql/graphql';
import { queryAsShopper, queryShop } from '@/lib/vendure/client';
import { PasskeysAreOn, PasskeysQuery } from './passkey-documents';

export type Passkey = ResultOf<typeof PasskeysQuery>['efiPasskeys'][number];

/** Those of the signed-in customer; nothing where the shop has no passkeys. */
export async function fetchPasskeys(): Promise<readonly Passkey[] | undefined> {
    const { efiPasskeysAreOn, efiPasskeys } = await queryAsShopper(PasskeysQuery, {});
    return efiPasskeysAreOn ? efiPasskeys : undefined;
}

/** Whether shoppers can sign in by passkey. A page for signing in does without when the shop does not say. */
export async function passkeysAreOn(): Promise<boolean> {
    try {
        return (await queryShop(PasskeysAreOn, {})).efiPasskeysAreOn;
    } catch (error) {
        console.error('The shop did not say whether it has passkeys:', error);
        return false;
    }
}
