import type { Order } from '@/lib/vendure/order-fragment';
import { addressLines } from './address-lines';

/** An address as it is written on a parcel. */
export function PostalAddress({ address }: { address: NonNullable<Order['shippingAddress']> }) {
    return (
        <address className="leading-relaxed not-italic">
            {addressLines(address).map((line, index) => (
                <span key={index} className="block">
                    {line}
                </span>
            ))}
        </address>
    );
}
