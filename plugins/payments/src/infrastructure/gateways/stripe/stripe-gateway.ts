import type { IncomingHttpHeaders } from 'node:http';
import Stripe from 'stripe';
import { GatewayRefusedError } from '../../../application/ports/gateway-errors';
import type {
    AuthoriseOutcome,
    AuthoriseRequest,
    CaptureRequest,
    GatewayCall,
    GatewayCapabilities,
    ListedMovement,
    PaymentGateway,
    PaymentQuery,
    ProviderEvent,
    ProviderPayment,
    RefundRequest,
    SavedMethodsGateway,
    VoidRequest,
} from '../../../application/ports/payment-gateway.port';
import { toStripeAmount } from './stripe-amount';
import { StripeClient } from './stripe-client';
import { isMissing, isWrongState } from './stripe-failures';
import { findByIntent } from './stripe-search';
import { listStripeMovements } from './stripe-listing';
import { captureEntry, METADATA, METADATA_VALUE_LENGTH } from './stripe-metadata';
import { checkStripeOptions, type StripeOptions } from './stripe-options';
import { creationOf } from './stripe-requests';
import { StripeSavedMethods } from './stripe-saved-methods';
import { actionOf, chargeOf, declineOf, EXPAND, snapshotOf } from './stripe-snapshot';
import { readStripeWebhook } from './stripe-webhook';

/** Far more than a payment ever has refunds. */
const MOST_PARTS = 1_000;

/**
 * Stripe by PaymentIntents.
 *
 * @throws Error that names the setting and what it must be.
 */
export function stripeGateway(options: StripeOptions): PaymentGateway {
    checkStripeOptions(options);
    return new StripeGateway(options);
}

class StripeGateway implements PaymentGateway {
    readonly name = 'stripe';
    readonly flow = 'element';
    readonly capabilities: GatewayCapabilities;
    readonly publicConfiguration: Readonly<Record<string, string>>;
    readonly savedMethods: SavedMethodsGateway;

    private readonly client: StripeClient;
    private readonly multicapture: boolean;

    constructor(private readonly options: StripeOptions) {
        this.client = new StripeClient(options);
        this.multicapture = options.multicapture ?? false;
        this.capabilities = {
            manualCapture: true,
            partialCapture: true,
            multipleCapture: this.multicapture,
            partialRefund: true,
            requiredAuthentication: true,
        };
        this.publicConfiguration = { publishableKey: options.publishableKey };
        this.savedMethods = new StripeSavedMethods(this.client);
    }

    async authorise(request: AuthoriseRequest, call: GatewayCall): Promise<AuthoriseOutcome> {
        const creation = creationOf(request, this.multicapture);
        const { idempotencyKey } = request;
        return this.client.run(call, async stripe => {
            try {
                return outcomeOf(await stripe.paymentIntents.create(creation, { idempotencyKey }));
            } catch (error) {
                if (error instanceof Stripe.errors.StripeCardError) {
                    const intent = error.payment_intent;
                    return {
                        status: 'declined',
                        ...declineOf(error),
                        payment: intent && snapshotOf({ intent }),
                    };
                }
                throw error;
            }
        });
    }

    /** Unless the account may capture several times, each capture is the last one. */
    async capture(request: CaptureRequest, call: GatewayCall): Promise<ProviderPayment> {
        const { providerReference, idempotencyKey, final } = request;
        if (!final && !this.multicapture) {
            throw new GatewayRefusedError(
                'multicapture_unavailable',
                'This Stripe account captures a payment once; what is left over would be let go.',
            );
        }
        const { amount } = toStripeAmount(request.money);
        return this.client.run(call, async stripe => {
            const intent = await stripe.paymentIntents.capture(
                providerReference,
                {
                    amount_to_capture: amount,
                    metadata: captureEntry(amount, idempotencyKey),
                    ...(!final && { final_capture: false }),
                    expand: EXPAND,
                },
                { idempotencyKey },
            );
            return complete(stripe, intent);
        });
    }

    async void(request: VoidRequest, call: GatewayCall): Promise<ProviderPayment> {
        const { providerReference, idempotencyKey } = request;
        return this.client.run(call, async stripe => {
            try {
                await stripe.paymentIntents.cancel(providerReference, {}, { idempotencyKey });
            } catch (error) {
                if (!isWrongState(error)) {
                    throw error;
                }
                await this.releaseRest(stripe, request, error);
            }
            return retrieve(stripe, providerReference);
        });
    }

    async refund(request: RefundRequest, call: GatewayCall): Promise<ProviderPayment> {
        const { intentId, providerReference, idempotencyKey, money, reason } = request;
        const { amount } = toStripeAmount(money);
        return this.client.run(call, async stripe => {
            const refund = await stripe.refunds.create(
                {
                    payment_intent: providerReference,
                    amount,
                    metadata: {
                        [METADATA.intent]: intentId,
                        [METADATA.key]: idempotencyKey,
                        ...(reason && { [METADATA.reason]: reason.slice(0, METADATA_VALUE_LENGTH) }),
                    },
                },
                { idempotencyKey },
            );
            if (refund.status === 'failed' || refund.status === 'canceled') {
                throw new GatewayRefusedError(
                    refund.failure_reason ?? 'refund_failed',
                    `Stripe could not refund ${providerReference}.`,
                );
            }
            return retrieve(stripe, providerReference);
        });
    }

    async findPayment(query: PaymentQuery, call: GatewayCall): Promise<ProviderPayment | undefined> {
        return this.client.run(call, async stripe => {
            const reference = query.providerReference ?? (await findByIntent(stripe, query));
            if (reference === undefined) {
                return undefined;
            }
            try {
                return await retrieve(stripe, reference);
            } catch (error) {
                if (isMissing(error)) {
                    return undefined;
                }
                throw error;
            }
        });
    }

    listMovements(from: Date, to: Date, call: GatewayCall): AsyncIterable<ListedMovement> {
        return listStripeMovements(this.client, from, to, call);
    }

    readWebhook(rawBody: Buffer, headers: IncomingHttpHeaders, now: Date): Promise<ProviderEvent> {
        return readStripeWebhook(rawBody, headers, now, this.options.webhookSecret);
    }

    /** A payment that can't be cancelled is void already, or a part of it was captured: then the rest is let go. */
    private async releaseRest(stripe: Stripe, request: VoidRequest, refusal: unknown): Promise<void> {
        const { status } = await stripe.paymentIntents.retrieve(request.providerReference);
        if (status === 'canceled') {
            return;
        }
        if (status !== 'requires_capture') {
            throw refusal;
        }
        await stripe.paymentIntents.capture(
            request.providerReference,
            { amount_to_capture: 0, final_capture: true },
            { idempotencyKey: `${request.idempotencyKey}-rest` },
        );
    }
}

function outcomeOf(intent: Stripe.PaymentIntent): AuthoriseOutcome {
    const payment = snapshotOf({ intent });
    switch (payment.status) {
        case 'authorised':
        case 'captured':
            return { status: 'authorised', payment };
        case 'pending':
            return { status: 'pending', payment };
        case 'action-required':
            return { status: 'action-required', payment, action: actionOf(intent) };
        case 'declined':
        case 'voided':
            return { status: 'declined', payment, ...declineOf(intent.last_payment_error) };
        case 'approved':
            throw new Error('Stripe has no such step.');
    }
}

/** A payment as it stands now. */
async function retrieve(stripe: Stripe, reference: string): Promise<ProviderPayment> {
    return complete(stripe, await stripe.paymentIntents.retrieve(reference, { expand: EXPAND }));
}

/** Refunds and disputes are asked for only where there are any. */
async function complete(stripe: Stripe, intent: Stripe.PaymentIntent): Promise<ProviderPayment> {
    const charge = chargeOf(intent);
    const ofPayment = { payment_intent: intent.id, limit: 100 };
    const all = { limit: MOST_PARTS };
    return snapshotOf({
        intent,
        refunds: charge?.amount_refunded ? await stripe.refunds.list(ofPayment).autoPagingToArray(all) : [],
        disputes: charge?.disputed ? await stripe.disputes.list(ofPayment).autoPagingToArray(all) : [],
    });
}
