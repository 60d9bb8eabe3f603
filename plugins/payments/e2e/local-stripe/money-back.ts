import type Stripe from 'stripe';
import { invalid } from './refusal';
import type { StripeBooks } from './stripe-books';
import { newId, newRefund } from './stripe-objects';

/** Refunds and chargebacks: what takes money back. */
export class MoneyBack {
    constructor(private readonly books: StripeBooks) {}

    refund(parameters: {
        readonly payment_intent: string;
        readonly amount?: number;
        readonly reason?: 'duplicate' | 'fraudulent' | 'requested_by_customer';
        readonly metadata?: Record<string, string>;
    }): Stripe.Refund {
        const intent = this.books.get('payment_intent', parameters.payment_intent);
        if (intent.latest_charge === null || intent.amount_received === 0) {
            throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
        }
        const charge = this.books.chargeOf(intent);
        if (charge.disputed) {
            throw invalid(
                `Charge ${charge.id} has been charged back; cannot issue a refund.`,
                'charge_disputed',
            );
        }
        const left = charge.amount_captured - this.refunded(charge);
        const amount = parameters.amount ?? left;
        if (left === 0) {
            throw invalid(`Charge ${charge.id} has already been refunded.`, 'charge_already_refunded');
        }
        if (amount > left) {
            throw invalid(
                `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
                undefined,
                'amount',
            );
        }
        const refund = this.books.add(
            newRefund(charge, amount, this.books.now(), {
                metadata: parameters.metadata ?? {},
                reason: parameters.reason ?? null,
            }),
        );
        refund.balance_transaction = this.books.bookMoney('refund', -amount, refund).id;
        charge.amount_refunded += amount;
        charge.refunded = amount === left;
        this.books.announce('refund.created', refund);
        this.books.announce('charge.refunded', charge);
        return refund;
    }

    /** The shopper's bank takes money back for now. An inquiry takes none. */
    dispute(paymentIntent: string, amount: number, status: Stripe.Dispute.Status): Stripe.Dispute {
        const intent = this.books.get('payment_intent', paymentIntent);
        const charge = this.books.chargeOf(intent);
        charge.disputed = true;
        const dispute = this.books.add(newDispute(charge, amount, this.books.now(), status));
        if (!status.startsWith('warning_')) {
            dispute.balance_transactions.push(this.books.bookMoney('adjustment', -amount, dispute));
        }
        this.books.announce('charge.dispute.created', dispute);
        return dispute;
    }

    decide(disputeId: string, status: 'won' | 'lost'): Stripe.Dispute {
        const dispute = this.books.get('dispute', disputeId);
        dispute.status = status;
        if (status === 'won') {
            dispute.balance_transactions.push(this.books.bookMoney('adjustment', dispute.amount, dispute));
        }
        this.books.announce('charge.dispute.closed', dispute);
        return dispute;
    }

    /** Money that went back, which a hold that was let go is not. */
    private refunded(charge: Stripe.Charge): number {
        return this.books
            .all('refund')
            .filter(refund => refund.charge === charge.id && refund.balance_transaction !== null)
            .reduce((sum, { amount }) => sum + amount, 0);
    }
}

function newDispute(
    charge: Stripe.Charge,
    amount: number,
    created: number,
    status: Stripe.Dispute.Status,
): Stripe.Dispute {
    return {
        id: newId('dp'),
        object: 'dispute',
        amount,
        balance_transactions: [],
        charge: charge.id,
        created,
        currency: charge.currency,
        enhanced_eligibility_types: [],
        evidence: {} as Stripe.Dispute.Evidence,
        evidence_details: {
            due_by: created + 7 * 24 * 60 * 60,
            enhanced_eligibility: {},
            has_evidence: false,
            past_due: false,
            submission_count: 0,
            submission_method: 'manual',
        },
        intended_submission_method: null,
        is_charge_refundable: status.startsWith('warning_'),
        livemode: false,
        metadata: {},
        payment_intent: charge.payment_intent,
        payment_method_details: {
            card: {
                brand: charge.payment_method_details?.card?.brand ?? '',
                case_type: status.startsWith('warning_') ? 'inquiry' : 'chargeback',
                network: charge.payment_method_details?.card?.network ?? '',
                network_reason_code: '10.4',
            },
            type: 'card',
        },
        reason: 'fraudulent',
        status,
    };
}
