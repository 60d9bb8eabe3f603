import { Link } from '@tanstack/react-router';
import type { PaymentSummary } from './payment.types';

export function OrderLink({ payment }: { payment: Pick<PaymentSummary, 'orderId' | 'orderCode'> }) {
    return (
        <Link to={`/orders/${payment.orderId}`} className="font-medium underline underline-offset-4">
            {payment.orderCode}
        </Link>
    );
}
