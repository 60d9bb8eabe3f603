import type { IncomingHttpHeaders } from 'node:http';
import { GatewayRefusedError, WebhookRejectedError } from '../../../application/ports/gateway-errors';
import type {
    AuthoriseOutcome,
    AuthoriseRequest,
    CaptureRequest,
    ConfirmRequest,
    GatewayCall,
    ListedMovement,
    PaymentGateway,
    PaymentQuery,
    ProviderEvent,
    ProviderPayment,
    RefundRequest,
    VoidRequest,
} from '../../../application/ports/payment-gateway.port';
import { toPayPalAmount } from './paypal-amount';
import { PayPalClient, PayPalIssue } from './paypal-client';
import { listPayPalMovements } from './paypal-movements';
import { planRefund } from './paypal-refund-plan';
import { disputesShape, orderShape, type PayPalOrder, webhookShape } from './paypal-shapes';
import { DENIED, snapshotOf } from './paypal-snapshot';
import { PayPalCertificates, verifyPayPalWebhook } from './paypal-webhook';

/** What {@link paypalGateway} needs. */
export interface PayPalOptions {
    clientId: string;
    clientSecret: string;
    /** PayPal's id of the webhook that points at `/payments/webhooks/paypal`. */
    webhookId: string;
    /**
     * `https://api-m.sandbox.paypal.com` for tests with PayPal.
     *
     * @default 'https://api-m.paypal.com'
     */
    apiUrl?: string;
}

/** PayPal's issues that mean "it is done already". */
const DONE_ALREADY = new Set(['AUTHORIZATION_VOIDED', 'PREVIOUSLY_VOIDED', 'ORDER_ALREADY_AUTHORIZED']);
const NOT_FOUND = new Set(['INVALID_RESOURCE_ID', 'RESOURCE_NOT_FOUND']);
const DECLINED = new Set(['INSTRUMENT_DECLINED', 'PAYEE_BLOCKED_TRANSACTION', 'TRANSACTION_REFUSED']);
const UNAPPROVED = new Set(['ORDER_NOT_APPROVED', 'PAYER_ACTION_REQUIRED']);

const LOCALES: Readonly<Record<string, string>> = { en: 'en-US', de: 'de-DE', fr: 'fr-FR' };

/**
 * PayPal by Orders v2: the shopper approves an order on PayPal's page, then it is authorised, captured and refunded.
 * Written on `fetch`: PayPal's own SDK speaks to its two hosts only, so that no test could reach it, knows neither
 * disputes nor webhooks, and weighs 16 MB.
 */
export function paypalGateway(options: PayPalOptions): PaymentGateway {
    return new PayPalGateway({ apiUrl: 'https://api-m.paypal.com', ...options });
}

class PayPalGateway implements PaymentGateway {
    readonly name = 'paypal';
    readonly flow = 'redirect';
    readonly publicConfiguration = {};
    readonly capabilities = {
        manualCapture: true,
        partialCapture: true,
        multipleCapture: true,
        partialRefund: true,
        /** The wallet decides by itself how it knows its owner. */
        requiredAuthentication: false,
    };
    private readonly client: PayPalClient;
    private readonly certificates: PayPalCertificates;

    constructor(private readonly options: Required<PayPalOptions>) {
        this.client = new PayPalClient(options);
        this.certificates = new PayPalCertificates(options.apiUrl);
    }

    async authorise(request: AuthoriseRequest, { signal }: GatewayCall): Promise<AuthoriseOutcome> {
        if (request.returnUrl === undefined) {
            throw new GatewayRefusedError('RETURN_URL_MISSING', 'PayPal needs an address to come back to.');
        }
        const order = await this.client.post('/v2/checkout/orders', orderShape, {
            signal,
            idempotencyKey: request.idempotencyKey,
            body: {
                intent: 'AUTHORIZE',
                purchase_units: [
                    {
                        custom_id: request.intentId,
                        description: `Order ${request.orderCode}`,
                        amount: toPayPalAmount(request.money),
                    },
                ],
                payment_source: {
                    paypal: {
                        ...(request.emailAddress && { email_address: request.emailAddress }),
                        experience_context: {
                            return_url: request.returnUrl,
                            cancel_url: request.returnUrl,
                            locale: LOCALES[request.languageCode],
                            user_action: 'PAY_NOW',
                            shipping_preference: 'NO_SHIPPING',
                        },
                    },
                },
            },
        });
        return outcomeOf(snapshotOf(order));
    }

    async confirm(request: ConfirmRequest, { signal }: GatewayCall): Promise<AuthoriseOutcome> {
        const path = `/v2/checkout/orders/${request.providerReference}/authorize`;
        try {
            const { idempotencyKey } = request;
            await this.client.postOnly(path, { signal, idempotencyKey });
        } catch (error) {
            const issue = issueOf(error);
            if (issue !== undefined && DECLINED.has(issue)) {
                return { status: 'declined', ...DENIED };
            }
            if (issue === undefined || !(DONE_ALREADY.has(issue) || UNAPPROVED.has(issue))) {
                throw error;
            }
        }
        return outcomeOf(await this.snapshot(request.providerReference, signal));
    }

    async capture(request: CaptureRequest, { signal }: GatewayCall): Promise<ProviderPayment> {
        const authorizationId = authorizationOf(await this.order(request.providerReference, signal));
        await this.client.postOnly(`/v2/payments/authorizations/${authorizationId}/capture`, {
            signal,
            idempotencyKey: request.idempotencyKey,
            body: { amount: toPayPalAmount(request.money), final_capture: request.final },
        });
        return this.snapshot(request.providerReference, signal);
    }

    async void(request: VoidRequest, { signal }: GatewayCall): Promise<ProviderPayment> {
        const order = await this.order(request.providerReference, signal);
        if (!order.purchase_units[0]?.payments?.authorizations.length) {
            // Holds nothing, and never will: PayPal lets an order lapse that nobody authorises.
            return { ...snapshotOf(order), status: 'voided', action: undefined };
        }
        try {
            await this.client.postOnly(`/v2/payments/authorizations/${authorizationOf(order)}/void`, {
                signal,
                idempotencyKey: request.idempotencyKey,
            });
        } catch (error) {
            if (!DONE_ALREADY.has(issueOf(error) ?? '')) {
                throw error;
            }
        }
        return this.snapshot(request.providerReference, signal);
    }

    async refund(request: RefundRequest, { signal }: GatewayCall): Promise<ProviderPayment> {
        const order = await this.order(request.providerReference, signal);
        for (const { captureId, money } of planRefund(order, request.money, request.idempotencyKey)) {
            await this.client.postOnly(`/v2/payments/captures/${captureId}/refund`, {
                signal,
                idempotencyKey: `${request.idempotencyKey}-${captureId}`,
                body: {
                    amount: toPayPalAmount(money),
                    custom_id: request.idempotencyKey,
                    ...(request.reason && { note_to_payer: request.reason.slice(0, 255) }),
                },
            });
        }
        return this.snapshot(request.providerReference, signal);
    }

    /** Without PayPal's id there is no payment: nobody was sent to approve an order whose creation got no answer. */
    async findPayment(query: PaymentQuery, { signal }: GatewayCall): Promise<ProviderPayment | undefined> {
        if (query.providerReference === undefined) {
            return undefined;
        }
        try {
            return await this.snapshot(query.providerReference, signal);
        } catch (error) {
            if (NOT_FOUND.has(issueOf(error) ?? '')) {
                return undefined;
            }
            throw error;
        }
    }

    listMovements(from: Date, to: Date, { signal }: GatewayCall): AsyncIterable<ListedMovement> {
        return listPayPalMovements(this.client, from, to, signal);
    }

    async readWebhook(rawBody: Buffer, headers: IncomingHttpHeaders, now: Date): Promise<ProviderEvent> {
        const { certificates } = this;
        await verifyPayPalWebhook(rawBody, headers, { webhookId: this.options.webhookId, certificates, now });
        const parsed = webhookShape.safeParse(parseJson(rawBody));
        if (!parsed.success) {
            throw new WebhookRejectedError('The body is not an event of PayPal.');
        }
        const { id, event_type: type, resource } = parsed.data;
        const orderId = type.startsWith('CHECKOUT.ORDER.')
            ? resource.id
            : resource.supplementary_data?.related_ids?.order_id;
        const intentId =
            resource.custom_id ??
            resource.purchase_units?.[0]?.custom_id ??
            resource.disputed_transactions?.[0]?.custom;
        const isAboutPayment = orderId !== undefined || intentId !== undefined;
        return {
            eventId: id,
            type,
            ...(isAboutPayment && { payment: { providerReference: orderId ?? '', intentId } }),
        };
    }

    private order(id: string, signal: AbortSignal): Promise<PayPalOrder> {
        return this.client.get(`/v2/checkout/orders/${encodeURIComponent(id)}`, orderShape, signal);
    }

    /** The order with the disputes about its captures, which PayPal keeps apart. */
    private async snapshot(id: string, signal: AbortSignal): Promise<ProviderPayment> {
        const order = await this.order(id, signal);
        const captures = order.purchase_units[0]?.payments?.captures ?? [];
        const disputes = await Promise.all(
            captures.map(capture =>
                this.client.get(
                    `/v1/customer/disputes?disputed_transaction_id=${encodeURIComponent(capture.id)}`,
                    disputesShape,
                    signal,
                ),
            ),
        );
        return snapshotOf(
            order,
            disputes.flatMap(page => page.items),
        );
    }
}

function outcomeOf(payment: ProviderPayment): AuthoriseOutcome {
    switch (payment.status) {
        case 'authorised':
        case 'captured':
            return { status: 'authorised', payment };
        case 'pending':
            return { status: 'pending', payment };
        case 'declined':
        case 'voided':
            return { status: 'declined', payment, ...DENIED };
        case 'action-required':
        case 'approved':
            if (!payment.action) {
                throw new Error(`PayPal's order ${payment.providerReference} has no link to approve it.`);
            }
            return { status: 'action-required', payment, action: payment.action };
    }
}

/** @throws GatewayRefusedError when nothing was authorised. */
function authorizationOf(order: PayPalOrder): string {
    const authorization = order.purchase_units[0]?.payments?.authorizations.at(-1);
    if (!authorization) {
        throw new GatewayRefusedError('NOT_AUTHORIZED', `PayPal's order ${order.id} holds no money.`);
    }
    return authorization.id;
}

function issueOf(error: unknown): string | undefined {
    return error instanceof PayPalIssue ? error.code : undefined;
}

function parseJson(raw: Buffer): unknown {
    try {
        return JSON.parse(raw.toString('utf8'));
    } catch {
        return undefined;
    }
}
