import type { Order } from '@/lib/vendure/order-fragment';

/** An address as it is written on a parcel. */
export function PostalAddress({ address }: { address: NonNullable<Order['shippingAddress']> }) {
    const lines = [
        address.fullName,
        address.company,
        address.streetLine1,
        address.streetLine2,
        [address.postalCode, address.city].filter(Boolean).join(' '),
        address.province,
        address.country,
    ];
    return (
        <address className="leading-relaxed not-italic">
            {lines.filter(Boolean).map((line, index) => (
                <span key={index} className="block">
                    {line}
                </span>
            ))}
        </address>
    );
}
