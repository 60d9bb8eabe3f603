import type { ProviderMovement, ProviderPayment } from '../../../application/ports/payment-gateway.port';
import { fromPayPalAmount } from './paypal-amount';
import type { PayPalDispute, PayPalOrder } from './paypal-shapes';

type Payments = NonNullable<PayPalOrder['purchase_units'][number]['payments']>;
type Authorization = Payments['authorizations'][number];

/** Money was held under an authorisation with one of these states, whatever became of it. */
const HELD = new Set(['CREATED', 'CAPTURED', 'PARTIALLY_CAPTURED', 'VOIDED', 'EXPIRED']);
/** Nothing is held any more. */
const LET_GO = new Set(['CAPTURED', 'VOIDED', 'EXPIRED']);
const TAKEN = new Set(['COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED']);

/** PayPal tells shops no reason. */
export const DENIED = { code: 'DENIED', message: 'PayPal did not accept the payment.' };

/** A PayPal order with its disputes, in the platform's words. */
export function snapshotOf(order: PayPalOrder, disputes: readonly PayPalDispute[] = []): ProviderPayment {
    const unit = order.purchase_units[0];
    if (!unit) {
        throw new Error(`PayPal's order ${order.id} has no purchase unit.`);
    }
    const status = statusOf(order, unit.payments);
    const link = approvalLink(order);
    return {
        providerReference: order.id,
        intentId: unit.custom_id,
        money: fromPayPalAmount(unit.amount),
        status,
        ...(status === 'action-required' && link && { action: { kind: 'redirect', url: link } }),
        ...(status === 'declined' && { decline: DENIED }),
        movements: [...movementsOf(unit.payments), ...disputes.flatMap(disputeMovements)],
    };
}

/** Where the shopper approves the order; there only until they did. */
function approvalLink(order: PayPalOrder): string | undefined {
    return order.links.find(link => link.rel === 'payer-action' || link.rel === 'approve')?.href;
}

function statusOf(order: PayPalOrder, payments: Payments | undefined): ProviderPayment['status'] {
    if (payments?.captures.some(capture => TAKEN.has(capture.status))) {
        return 'captured';
    }
    const authorization = payments?.authorizations.at(-1);
    if (authorization) {
        return authorizationStatus(authorization);
    }
    switch (order.status) {
        case 'APPROVED':
            return 'approved';
        case 'VOIDED':
            return 'voided';
        default:
            return 'action-required';
    }
}

function authorizationStatus({ status }: Authorization): ProviderPayment['status'] {
    switch (status) {
        case 'PENDING':
            return 'pending';
        case 'DENIED':
            return 'declined';
        case 'VOIDED':
        case 'EXPIRED':
            return 'voided';
        default:
            return 'authorised';
    }
}

function movementsOf(payments: Payments | undefined): ProviderMovement[] {
    if (!payments) {
        return [];
    }
    const captured = payments.captures
        .filter(({ status }) => TAKEN.has(status))
        .map(capture => movement('captured', capture));
    const refunded = payments.refunds
        .filter(({ status }) => status === 'COMPLETED')
        .map(refund => ({ ...movement('refunded', refund), idempotencyKey: refund.custom_id }));
    const held = payments.authorizations.filter(({ status }) => HELD.has(status));
    const taken = captured.reduce((sum, { money }) => sum + money.amount, 0);
    return [
        ...held.map(authorization => movement('authorised', authorization)),
        ...held.flatMap(authorization => letGo(authorization, taken)),
        ...captured,
        ...refunded,
    ];
}

/** What an authorisation held and no capture took, once it ended. PayPal has no id for it but the authorisation's. */
function letGo(authorization: Authorization, taken: number): ProviderMovement[] {
    const { amount, currency } = fromPayPalAmount(authorization.amount);
    const left = amount - taken;
    if (!LET_GO.has(authorization.status) || left <= 0) {
        return [];
    }
    return [
        {
            providerReference: authorization.id,
            kind: 'voided',
            money: { amount: left, currency },
            occurredAt: new Date(authorization.update_time ?? authorization.create_time),
        },
    ];
}

function movement(
    kind: 'authorised' | 'captured' | 'refunded',
    { id, amount, create_time }: Pick<Authorization, 'id' | 'amount' | 'create_time'>,
): ProviderMovement {
    return {
        providerReference: id,
        kind,
        money: fromPayPalAmount(amount),
        occurredAt: new Date(create_time),
    };
}

function disputeMovements(dispute: PayPalDispute): ProviderMovement[] {
    const base = { providerReference: dispute.dispute_id, money: fromPayPalAmount(dispute.dispute_amount) };
    const opened: ProviderMovement = {
        ...base,
        kind: 'dispute-opened',
        occurredAt: new Date(dispute.create_time),
    };
    if (dispute.status !== 'RESOLVED') {
        return [opened];
    }
    const isLost = dispute.dispute_outcome?.outcome_code === 'RESOLVED_BUYER_FAVOUR';
    return [
        opened,
        {
            ...base,
            kind: isLost ? 'dispute-lost' : 'dispute-won',
            occurredAt: new Date(dispute.update_time ?? dispute.create_time),
        },
    ];
}
