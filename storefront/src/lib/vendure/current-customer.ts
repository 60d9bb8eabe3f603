import 'server-only';
import type { Customer } from './customer-fragment';
import { fetchShopper } from './shopper';

export type { Customer, SavedAddress } from './customer-fragment';

/** Who is signed in, asked for once per request. */
export async function fetchCurrentCustomer(): Promise<Customer | undefined> {
    return (await fetchShopper()).customer;
}
