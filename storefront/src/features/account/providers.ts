import 'server-only';
import type { ResultOf } from '@/graphql/graphql';
import { queryShop } from '@/lib/vendure/client';
import { SignInProvidersQuery } from './provider-documents';

export type SignInProvider = ResultOf<typeof SignInProvidersQuery>['efiSignInProviders'][number];

/** With whom shoppers can sign in. A page for signing in does without when the shop does not say. */
export async function fetchSignInProviders(): Promise<readonly SignInProvider[]> {
    try {
        return (await queryShop(SignInProvidersQuery, {})).efiSignInProviders;
    } catch (error) {
        console.error('The shop did not say with whom shoppers can sign in:', error);
        return [];
    }
}
