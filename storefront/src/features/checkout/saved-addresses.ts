import { addressLines } from '@/components/order/address-lines';
import { contactAddress } from '@/lib/address/contact-address';
import {
    isSameAddress,
    otherBillingAddress,
    type AddressParts,
    type OrderAddress,
} from '@/lib/address/other-billing-address';

/** The value that stands for an address which is typed. */
export const ANOTHER = 'another';
/** The value that stands for a bill to where the order is delivered. */
export const SAME = 'same';

export interface SavedAddress extends AddressParts {
    readonly id: string;
    readonly country: { readonly code: string; readonly name: string };
    readonly defaultShippingAddress: boolean | null;
    readonly defaultBillingAddress: boolean | null;
}

interface Addressed {
    readonly shippingAddress: OrderAddress | null;
    readonly billingAddress: OrderAddress | null;
}

/** A saved address as the checkout offers it. */
interface AddressChoice {
    readonly id: string;
    readonly name: string;
    readonly text: string;
    /** Whether the market delivers there. */
    readonly isDelivered: boolean;
    readonly isCompany: boolean;
}

/** The address book as the checkout offers it, and what is chosen in it first. */
export interface AddressBook {
    readonly choices: readonly AddressChoice[];
    /** The id of one that is delivered to, or {@link ANOTHER}. */
    readonly delivery: string;
    /** The id of any, or {@link SAME}. */
    readonly billing: string;
}

/**
 * `undefined` for who has nothing to choose from: with one address the form starts with that.
 *
 * @param countries - To which the market delivers.
 */
export function addressBook(
    saved: readonly SavedAddress[] | null | undefined,
    order: Addressed,
    countries: readonly { readonly code: string }[],
): AddressBook | undefined {
    if (!saved || saved.length < 2) {
        return undefined;
    }
    const sorted = [...saved].sort((a, b) => rank(b) - rank(a));
    const isDelivered = ({ country }: SavedAddress) => countries.some(({ code }) => code === country.code);
    return {
        choices: sorted.map(address => ({
            id: address.id,
            ...written(address),
            isDelivered: isDelivered(address),
            isCompany: Boolean(address.company),
        })),
        delivery: initialDelivery(sorted.filter(isDelivered), order),
        billing: initialBilling(sorted, order),
    };
}

const rank = (address: SavedAddress) => (address.defaultShippingAddress ? 1 : 0);

function written(address: SavedAddress): { name: string; text: string } {
    const { country } = address;
    const [name = '', ...lines] = addressLines({
        ...address,
        country: country.name,
        countryCode: country.code,
    });
    return { name, text: lines.join(', ') };
}

function initialDelivery(delivered: readonly SavedAddress[], order: Addressed): string {
    const onOrder = contactAddress(order);
    return (onOrder ? sameAs(onOrder, delivered) : delivered[0])?.id ?? ANOTHER;
}

function initialBilling(saved: readonly SavedAddress[], order: Addressed): string {
    if (contactAddress(order)) {
        const other = otherBillingAddress(order);
        return (other && sameAs(other, saved))?.id ?? SAME;
    }
    const usual = saved.find(({ defaultBillingAddress }) => defaultBillingAddress);
    return usual && !usual.defaultShippingAddress ? usual.id : SAME;
}

function sameAs(address: OrderAddress, saved: readonly SavedAddress[]): SavedAddress | undefined {
    return saved.find(each => isSameAddress({ ...each, countryCode: each.country.code }, address));
}
