import type Stripe from 'stripe';
import type { z } from 'zod';
import type { PARAMETERS } from './parameters';
import { invalid, Refusal } from './refusal';
import type { StripeBooks } from './stripe-books';
import { newCharge, newIntent, newPaymentMethod, newRefund } from './stripe-objects';

type Parameters<Name extends keyof typeof PARAMETERS> = z.output<(typeof PARAMETERS)[Name]>;

/** Smallest amounts of a few currencies (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
const LEAST: Readonly<Record<string, number>> = { usd: 50, eur: 50, gbp: 30, jpy: 50 };
const THREE_DECIMALS = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd']);
const WHOLE_ONLY = new Set(['isk', 'ugx']);

/** What may happen to a PaymentIntent, and when. */
export class IntentRules {
    constructor(
        private readonly books: StripeBooks,
        private readonly url: () => string,
        /** Whether the account may capture several times. */
        private readonly multicapture: boolean,
    ) {}

    create(parameters: Parameters<'createIntent'>): Stripe.PaymentIntent {
        const { amount, currency, confirm, metadata = {}, payment_method_options } = parameters;
        checkAmount(amount, currency);
        checkConfirmation(parameters);
        if (parameters.customer !== undefined) {
            this.books.get('customer', parameters.customer);
        }
        const intent = this.books.add(
            newIntent({
                amount,
                currency,
                created: this.books.now(),
                metadata,
                automatic_payment_methods: parameters.automatic_payment_methods ?? null,
                capture_method: parameters.capture_method,
                customer: parameters.customer ?? null,
                description: parameters.description ?? null,
                payment_method_options: {
                    card: {
                        installments: null,
                        mandate_options: null,
                        network: null,
                        request_three_d_secure: 'automatic',
                        ...payment_method_options?.card,
                    },
                },
                setup_future_usage: parameters.setup_future_usage ?? null,
            }),
        );
        this.books.announce('payment_intent.created', intent);
        if (confirm) {
            const means =
                parameters.payment_method ?? parameters.confirmation_token?.replace('ctoken_', 'pm_');
            return this.confirm(intent, means as string, parameters.return_url);
        }
        return intent;
    }

    /** @throws Refusal when the card is declined. */
    confirm(intent: Stripe.PaymentIntent, means: string, returnUrl?: string): Stripe.PaymentIntent {
        if (
            !['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(intent.status)
        ) {
            throw wrongState(intent, 'confirm', 'requires_payment_method or requires_confirmation');
        }
        const card = this.books.card(means);
        const saved = this.books.find(means);
        const owner = saved?.object === 'payment_method' ? saved.customer : null;
        if (owner !== null && owner !== intent.customer) {
            throw invalid(
                'The provided PaymentMethod belongs to a Customer. Please include the Customer in the `customer` parameter.',
                undefined,
                'payment_method',
            );
        }
        const method = saved ?? this.books.addCard(newPaymentMethod(card, this.books.now()), card);
        intent.payment_method = method.id;
        intent.last_payment_error = null;
        intent.next_action = null;
        const isDemanded = intent.payment_method_options?.card?.request_three_d_secure === 'any';
        if (isDemanded || (card.outcome === 'authenticates' && owner === null)) {
            return this.challenge(intent, returnUrl);
        }
        return card.outcome === 'declines' ? this.decline(intent) : this.hold(intent);
    }

    /** The shopper passed 3-D Secure, or did not. */
    authenticate(intent: Stripe.PaymentIntent, passed: boolean): void {
        if (intent.status !== 'requires_action') {
            throw wrongState(intent, 'authenticate', 'requires_action');
        }
        intent.next_action = null;
        if (passed) {
            this.hold(intent);
            return;
        }
        intent.payment_method = null;
        intent.status = 'requires_payment_method';
        intent.last_payment_error = {
            code: 'payment_intent_authentication_failure',
            message: 'We are unable to authenticate your payment method.',
            type: 'invalid_request_error',
        };
        this.books.announce('payment_intent.payment_failed', intent);
    }

    capture(intent: Stripe.PaymentIntent, parameters: Parameters<'captureIntent'>): Stripe.PaymentIntent {
        if (intent.status !== 'requires_capture') {
            throw wrongState(intent, 'captured', 'requires_capture');
        }
        const charge = this.books.chargeOf(intent);
        const amount = parameters.amount_to_capture ?? intent.amount_capturable;
        const isRelease = amount === 0 && parameters.final_capture && charge.amount_captured > 0;
        if (amount > intent.amount_capturable || (amount === 0 && !isRelease)) {
            throw invalid(
                `The amount to capture must be between 1 and ${intent.amount_capturable}.`,
                amount === 0 ? 'parameter_invalid_integer' : 'amount_too_large',
                'amount_to_capture',
            );
        }
        if (!parameters.final_capture && !this.allowsSeveralCaptures(intent)) {
            throw invalid(
                'This PaymentIntent does not support multicapture.',
                'parameter_invalid',
                'final_capture',
            );
        }
        Object.assign(intent.metadata, parameters.metadata);
        this.take(intent, charge, amount);
        const isFinal = parameters.final_capture || intent.amount_capturable === 0;
        if (isFinal) {
            this.letGo(intent, charge);
            charge.captured = true;
            intent.status = 'succeeded';
            this.books.announce('payment_intent.succeeded', intent);
        }
        this.books.announce(isFinal ? 'charge.captured' : 'charge.updated', charge);
        return intent;
    }

    cancel(intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
        const wasHeld = intent.status === 'requires_capture';
        if (intent.status === 'succeeded' || intent.status === 'canceled' || intent.amount_received > 0) {
            throw wrongState(
                intent,
                'canceled',
                'requires_payment_method, requires_capture, or requires_action',
            );
        }
        intent.status = 'canceled';
        intent.canceled_at = this.books.now();
        intent.next_action = null;
        if (wasHeld) {
            const charge = this.books.chargeOf(intent);
            this.letGo(intent, charge);
            charge.refunded = true;
        }
        this.books.announce('payment_intent.canceled', intent);
        return intent;
    }

    private allowsSeveralCaptures(intent: Stripe.PaymentIntent): boolean {
        return (
            this.multicapture && intent.payment_method_options?.card?.request_multicapture === 'if_available'
        );
    }

    private challenge(intent: Stripe.PaymentIntent, returnUrl: string | undefined): Stripe.PaymentIntent {
        intent.status = 'requires_action';
        intent.next_action =
            returnUrl === undefined
                ? {
                      type: 'use_stripe_sdk',
                      use_stripe_sdk: {},
                  }
                : {
                      type: 'redirect_to_url',
                      redirect_to_url: {
                          url: `${this.url()}/authenticate/${intent.id}?return_url=${encodeURIComponent(returnUrl)}`,
                          return_url: returnUrl,
                      },
                  };
        this.books.announce('payment_intent.requires_action', intent);
        return intent;
    }

    private charge(intent: Stripe.PaymentIntent): Stripe.Charge {
        const card = this.books.card(intent.payment_method as string);
        const charge = this.books.add(
            newCharge(intent, card, this.books.now(), this.allowsSeveralCaptures(intent)),
        );
        intent.latest_charge = charge.id;
        return charge;
    }

    private hold(intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
        const charge = this.charge(intent);
        this.keepMethod(intent);
        if (intent.capture_method === 'manual') {
            intent.status = 'requires_capture';
            intent.amount_capturable = intent.amount;
            this.books.announce('charge.succeeded', charge);
            this.books.announce('payment_intent.amount_capturable_updated', intent);
            return intent;
        }
        this.take(intent, charge, intent.amount);
        charge.captured = true;
        intent.status = 'succeeded';
        this.books.announce('charge.succeeded', charge);
        this.books.announce('payment_intent.succeeded', intent);
        return intent;
    }

    private decline(intent: Stripe.PaymentIntent): never {
        const charge = this.charge(intent);
        const card = this.books.card(intent.payment_method as string);
        intent.payment_method = null;
        intent.status = 'requires_payment_method';
        const error = {
            type: 'card_error',
            code: 'card_declined',
            decline_code: card.declineCode,
            message: 'Your card was declined.',
            charge: charge.id,
        } as const;
        intent.last_payment_error = error;
        this.books.announce('charge.failed', charge);
        this.books.announce('payment_intent.payment_failed', intent);
        throw new Refusal(402, { ...error, payment_intent: intent });
    }

    private take(intent: Stripe.PaymentIntent, charge: Stripe.Charge, amount: number): void {
        if (amount > 0) {
            charge.balance_transaction = this.books.bookMoney('charge', amount, charge).id;
        }
        charge.amount_captured += amount;
        intent.amount_received += amount;
        intent.amount_capturable = Math.max(0, intent.amount_capturable - amount);
    }

    /** Stripe lists a hold that ends as a refund of it, in no balance transaction. */
    private letGo(intent: Stripe.PaymentIntent, charge: Stripe.Charge): void {
        const left = charge.amount - charge.amount_captured;
        if (left > 0) {
            this.books.add(newRefund(charge, left, this.books.now()));
            charge.amount_refunded += left;
        }
        intent.amount_capturable = 0;
    }

    private keepMethod(intent: Stripe.PaymentIntent): void {
        if (intent.setup_future_usage !== null && intent.customer !== null) {
            this.books.get('payment_method', intent.payment_method as string).customer =
                intent.customer as string;
        }
    }
}

function wrongState(intent: Stripe.PaymentIntent, verb: string, allowed: string): Refusal {
    return new Refusal(400, {
        type: 'invalid_request_error',
        code: 'payment_intent_unexpected_state',
        message: `This PaymentIntent could not be ${verb} because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be ${verb}: ${allowed}.`,
        payment_intent: intent,
    });
}

function checkAmount(amount: number, currency: string): void {
    if (amount < (LEAST[currency] ?? 1)) {
        throw invalid(`Amount must be at least ${LEAST[currency]} ${currency}`, 'amount_too_small', 'amount');
    }
    const step = WHOLE_ONLY.has(currency) ? 100 : THREE_DECIMALS.has(currency) ? 10 : 1;
    if (amount % step !== 0) {
        throw invalid(
            `Invalid amount. Amounts in ${currency} must be divisible by ${step}.`,
            'invalid_charge_amount_no_decimal_compatible',
            'amount',
        );
    }
}

function checkConfirmation(parameters: Parameters<'createIntent'>): void {
    const { confirm, return_url, payment_method, confirmation_token, automatic_payment_methods } = parameters;
    if (!confirm && (return_url !== undefined || confirmation_token !== undefined)) {
        throw invalid('This parameter needs confirm=true.', undefined, 'return_url');
    }
    if (confirm && payment_method === undefined && confirmation_token === undefined) {
        throw invalid(
            'You cannot confirm this PaymentIntent because it is missing a payment method.',
            'payment_intent_unexpected_state',
        );
    }
    if (confirm && return_url === undefined && automatic_payment_methods?.allow_redirects === 'always') {
        throw invalid(
            'Some of the payment methods enabled in your Dashboard might redirect your customer: you must provide a `return_url`.',
            undefined,
            'return_url',
        );
    }
}
