import { Link } from '@tanstack/react-router';

export function OrderLink({ of: { orderId, orderCode } }: { of: { orderId: string; orderCode: string } }) {
    return (
        <Link to={`/orders/${orderId}`} className="font-medium underline underline-offset-4">
            {orderCode}
        </Link>
    );
}
