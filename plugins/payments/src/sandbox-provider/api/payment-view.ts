import type { Payment } from '../books/payment';

/** A payment as the API shows it. */
export interface PaymentView {
    readonly id: string;
    readonly intent: string;
    readonly description: string;
    readonly amount: number;
    readonly currency: string;
    readonly status: Payment['status'];
    readonly createdAt: string;
    readonly movements: Payment['movements'];
    readonly card: Payment['card'];
    readonly declineCode?: string;
    /** Where the shopper has to go, while the status is `action_required`. */
    readonly actionUrl?: string;
}

/** @param publicUrl - Of this provider, as browsers reach it. */
export function viewOf(payment: Payment, publicUrl: string): PaymentView {
    const { id, intent, description, amount, currency, status, createdAt, movements, card } = payment;
    const actionUrl = status === 'action_required' ? `${publicUrl}/challenge/${id}` : undefined;
    return {
        id,
        intent,
        description,
        amount,
        currency,
        status,
        createdAt,
        movements,
        card,
        ...(payment.declineCode === undefined ? {} : { declineCode: payment.declineCode }),
        ...(actionUrl === undefined ? {} : { actionUrl }),
    };
}
