import 'server-only';
import type { Customer } from './customer-fragment';
import { fetchShopper } from './shopper';

export type { Customer, SavedAddress } from './customer-fragment';

/** Who is signed in, asked for once per request. */
export async function fetchCurrentCustomer(): Promise<Customer | undefined> {
    return (await fetchShopper()).customer;
}

/** The same for what a page does without: nobody, while the server does not answer. */
export async function fetchCustomerIfAnswered(): Promise<Customer | undefined> {
    try {
        return await fetchCurrentCustomer();
    } catch (error) {
        console.warn('Who is signed in could not be read:', error);
        return undefined;
    }
}
