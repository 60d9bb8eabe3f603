import { randomBytes } from 'node:crypto';
import type Stripe from 'stripe';
import type { TestCard } from './test-cards';

/**
 * Stripe's objects when they are new. Their types are the SDK's, which are generated from Stripe's specification, so
 * that a field can be neither missing nor misnamed.
 */

export function newId(prefix: string): string {
    return `${prefix}_${randomBytes(12).toString('hex')}`;
}

const NO_ADDRESS = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
const NOBODY = { address: NO_ADDRESS, email: null, name: null, phone: null, tax_id: null };

export function newIntent(
    start: Pick<Stripe.PaymentIntent, 'amount' | 'created' | 'currency' | 'metadata'> &
        Partial<Stripe.PaymentIntent>,
): Stripe.PaymentIntent {
    const id = newId('pi');
    return {
        id,
        object: 'payment_intent',
        allowed_payment_method_types: null,
        amount_capturable: 0,
        amount_details: { tip: {} },
        amount_received: 0,
        application: null,
        application_fee_amount: null,
        automatic_payment_methods: null,
        canceled_at: null,
        cancellation_reason: null,
        capture_method: 'automatic_async',
        client_secret: `${id}_secret_${randomBytes(12).toString('hex')}`,
        confirmation_method: 'automatic',
        customer: null,
        customer_account: null,
        description: null,
        excluded_payment_method_types: null,
        last_payment_error: null,
        latest_charge: null,
        livemode: false,
        managed_payments: null,
        next_action: null,
        on_behalf_of: null,
        payment_method: null,
        payment_method_configuration_details: null,
        payment_method_options: {},
        payment_method_types: ['card'],
        payment_record: null,
        processing: null,
        receipt_email: null,
        review: null,
        setup_future_usage: null,
        shipping: null,
        source: null,
        statement_descriptor: null,
        statement_descriptor_suffix: null,
        status: 'requires_payment_method',
        transfer_data: null,
        transfer_group: null,
        ...start,
    };
}

export function newCharge(
    intent: Stripe.PaymentIntent,
    card: TestCard,
    created: number,
    allowsSeveralCaptures: boolean,
): Stripe.Charge {
    const declined = card.outcome === 'declines';
    return {
        id: newId('ch'),
        object: 'charge',
        amount: intent.amount,
        amount_captured: 0,
        amount_refunded: 0,
        application: null,
        application_fee: null,
        application_fee_amount: null,
        balance_transaction: null,
        billing_details: NOBODY,
        calculated_statement_descriptor: 'DAYLARK',
        captured: false,
        created,
        currency: intent.currency,
        customer: intent.customer,
        description: intent.description,
        disputed: false,
        failure_balance_transaction: null,
        failure_code: declined ? 'card_declined' : null,
        failure_message: declined ? 'Your card was declined.' : null,
        fraud_details: {},
        livemode: false,
        metadata: { ...intent.metadata },
        on_behalf_of: null,
        outcome: {
            advice_code: null,
            network_advice_code: null,
            network_decline_code: declined ? '01' : null,
            network_status: declined ? 'declined_by_network' : 'approved_by_network',
            reason: card.declineCode ?? null,
            risk_level: 'normal',
            seller_message: declined ? 'The bank did not return any further details.' : 'Payment complete.',
            type: declined ? 'issuer_declined' : 'authorized',
        },
        paid: !declined,
        payment_intent: intent.id,
        payment_method: intent.payment_method as string,
        payment_method_details: {
            card: chargedCard(card, intent.amount, allowsSeveralCaptures),
            type: 'card',
        },
        receipt_email: null,
        receipt_number: null,
        receipt_url: null,
        refunded: false,
        review: null,
        shipping: null,
        source: null,
        source_transfer: null,
        statement_descriptor: null,
        statement_descriptor_suffix: null,
        status: declined ? 'failed' : 'succeeded',
        transfer_data: null,
        transfer_group: null,
    };
}

function chargedCard(
    { brand, last4 }: TestCard,
    amount: number,
    allowsSeveralCaptures: boolean,
): Stripe.Charge.PaymentMethodDetails['card'] {
    return {
        amount_authorized: amount,
        authorization_code: '123456',
        brand,
        checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
        country: 'US',
        electronic_commerce_indicator: null,
        exp_month: 8,
        exp_year: 2030,
        extended_authorization: { status: 'disabled' },
        fingerprint: `fp${brand}${last4}`,
        funding: 'credit',
        incremental_authorization: { status: 'unavailable' },
        installments: null,
        last4,
        mandate: null,
        multicapture: { status: allowsSeveralCaptures ? 'available' : 'unavailable' },
        network: brand,
        network_token: { used: false },
        network_transaction_id: null,
        overcapture: { maximum_amount_capturable: amount, status: 'unavailable' },
        regulated_status: null,
        three_d_secure: null,
        transaction_link_id: null,
        wallet: null,
    };
}

/** @param amount - Positive when it comes in, negative when it goes out. */
export function newBalanceTransaction(
    type: 'adjustment' | 'charge' | 'refund',
    amount: number,
    of: { readonly id: string; readonly currency: string },
    created: number,
): Stripe.BalanceTransaction {
    return {
        id: newId('txn'),
        object: 'balance_transaction',
        amount,
        available_on: created,
        balance_type: 'payments',
        created,
        currency: of.currency,
        description: null,
        exchange_rate: null,
        fee: 0,
        fee_details: [],
        net: amount,
        reporting_category: type === 'adjustment' ? 'dispute' : type,
        source: of.id,
        status: 'pending',
        type,
    };
}

export function newRefund(
    charge: Stripe.Charge,
    amount: number,
    created: number,
    rest: Partial<Stripe.Refund> = {},
): Stripe.Refund {
    return {
        id: newId('re'),
        object: 'refund',
        amount,
        balance_transaction: null,
        charge: charge.id,
        created,
        currency: charge.currency,
        customer: charge.customer,
        customer_account: null,
        destination_details: { card: { type: 'refund' }, type: 'card' },
        metadata: {},
        payment_intent: charge.payment_intent,
        payment_method: charge.payment_method,
        reason: null,
        receipt_number: null,
        source_transfer_reversal: null,
        status: 'succeeded',
        transfer_reversal: null,
        ...rest,
    };
}

export function newCustomer(
    created: number,
    rest: Pick<Stripe.Customer, 'email' | 'metadata'> & { name?: string },
): Stripe.Customer {
    return {
        id: newId('cus'),
        object: 'customer',
        address: null,
        balance: 0,
        created,
        currency: null,
        default_source: null,
        delinquent: false,
        description: null,
        discount: null,
        invoice_prefix: null,
        invoice_settings: {
            custom_fields: null,
            default_payment_method: null,
            footer: null,
            rendering_options: null,
        },
        livemode: false,
        next_invoice_sequence: 1,
        phone: null,
        preferred_locales: [],
        shipping: null,
        tax_exempt: 'none',
        test_clock: null,
        ...rest,
    };
}

export function newPaymentMethod({ brand, last4 }: TestCard, created: number): Stripe.PaymentMethod {
    return {
        id: newId('pm'),
        object: 'payment_method',
        allow_redisplay: 'unspecified',
        billing_details: NOBODY,
        card: {
            brand,
            checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
            country: 'US',
            display_brand: brand,
            exp_month: 8,
            exp_year: 2030,
            fingerprint: `fp${brand}${last4}`,
            funding: 'credit',
            generated_from: null,
            last4,
            networks: { available: [brand], preferred: null },
            regulated_status: null,
            three_d_secure_usage: { supported: true },
            wallet: null,
        },
        created,
        customer: null,
        customer_account: null,
        livemode: false,
        metadata: {},
        type: 'card',
    };
}
