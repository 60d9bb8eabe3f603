import type { IncomingHttpHeaders } from 'node:http';
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
    VoidRequest,
} from '../../../application/ports/payment-gateway.port';
import { SandboxClient } from './sandbox-client';
import { readSandboxWebhook } from './sandbox-webhook';
import {
    toListedMovement,
    toProviderPayment,
    wireMovementPage,
    wirePayment,
    wirePaymentList,
} from './sandbox-wire';

/** What {@link sandboxGateway} needs: where the sandbox provider is, and what it shares with the shop. */
export interface SandboxOptions {
    /** As the server reaches it, e.g. `http://127.0.0.1:3030`. */
    readonly url: string;
    /** As browsers reach its pages. Default: `url`. */
    readonly publicUrl?: string;
    /** Shared with the provider: SANDBOX_API_KEY. */
    readonly apiKey: string;
    /** Shared with the provider: SANDBOX_WEBHOOK_SECRET. */
    readonly webhookSecret: string;
    /** Stored with each payment. @default 'sandbox' */
    readonly name?: string;
}

/**
 * The provider for demos and tests, which needs no account: a process of its own with books of its own, in which no
 * money moves. See `src/sandbox-provider`.
 */
export function sandboxGateway(options: SandboxOptions): PaymentGateway {
    return new SandboxGateway(options);
}

class SandboxGateway implements PaymentGateway {
    readonly name: string;
    readonly flow = 'token';
    readonly publicConfiguration: Readonly<Record<string, string>>;
    readonly capabilities: GatewayCapabilities = {
        manualCapture: true,
        partialCapture: true,
        multipleCapture: true,
        partialRefund: true,
        requiredAuthentication: true,
    };

    private readonly client: SandboxClient;

    constructor(private readonly options: SandboxOptions) {
        const { url, publicUrl = url, apiKey, name = 'sandbox' } = options;
        this.name = name;
        this.publicConfiguration = { cardPageUrl: `${publicUrl}/tokenise` };
        this.client = new SandboxClient(url, apiKey);
    }

    /** Holds the money in either capture mode: what is to be taken at once is captured once the order has it. */
    async authorise(request: AuthoriseRequest, { signal }: GatewayCall): Promise<AuthoriseOutcome> {
        const { intentId, idempotencyKey, money, orderCode, token, returnUrl, languageCode } = request;
        const { authentication } = request;
        const body = {
            intent: intentId,
            amount: money.amount,
            currency: money.currency,
            description: orderCode,
            token,
            authentication,
            returnUrl,
            language: languageCode,
        };
        const path = '/v1/payments';
        const call = { method: 'POST', path, body, idempotencyKey, signal } as const;
        return toOutcome(existing(await this.client.call(call, wirePayment), path));
    }

    capture(request: CaptureRequest, call: GatewayCall): Promise<ProviderPayment> {
        return this.change('capture', request, { amount: request.money.amount, final: request.final }, call);
    }

    void(request: VoidRequest, call: GatewayCall): Promise<ProviderPayment> {
        return this.change('void', request, {}, call);
    }

    refund(request: RefundRequest, call: GatewayCall): Promise<ProviderPayment> {
        const { money, reason } = request;
        return this.change('refund', request, { amount: money.amount, reason }, call);
    }

    async findPayment(
        { intentId, providerReference }: PaymentQuery,
        { signal }: GatewayCall,
    ): Promise<ProviderPayment | undefined> {
        if (providerReference !== undefined) {
            const path = `/v1/payments/${encodeURIComponent(providerReference)}`;
            const payment = await this.client.call({ method: 'GET', path, signal }, wirePayment);
            return payment && toProviderPayment(payment);
        }
        const path = `/v1/payments?intent=${encodeURIComponent(intentId)}`;
        const found = await this.client.call({ method: 'GET', path, signal }, wirePaymentList);
        const payment = existing(found, path).payments.at(-1);
        return payment && toProviderPayment(payment);
    }

    async *listMovements(from: Date, to: Date, { signal }: GatewayCall): AsyncIterable<ListedMovement> {
        const period = `from=${from.toISOString()}&to=${to.toISOString()}`;
        let cursor: number | undefined = 0;
        while (cursor !== undefined) {
            const path: string = `/v1/movements?${period}&cursor=${cursor}&limit=500`;
            const found = await this.client.call({ method: 'GET', path, signal }, wireMovementPage);
            const page = existing(found, path);
            yield* page.movements.map(toListedMovement);
            cursor = page.nextCursor;
        }
    }

    readWebhook(rawBody: Buffer, headers: IncomingHttpHeaders, now: Date): Promise<ProviderEvent> {
        return Promise.resolve().then(() =>
            readSandboxWebhook(rawBody, headers, now, this.options.webhookSecret),
        );
    }

    private async change(
        operation: 'capture' | 'void' | 'refund',
        { providerReference, idempotencyKey }: VoidRequest,
        body: unknown,
        { signal }: GatewayCall,
    ): Promise<ProviderPayment> {
        const path = `/v1/payments/${encodeURIComponent(providerReference)}/${operation}`;
        const call = { method: 'POST', path, body, idempotencyKey, signal } as const;
        return toProviderPayment(existing(await this.client.call(call, wirePayment), path));
    }
}

function existing<T>(found: T | undefined, path: string): T {
    if (found === undefined) {
        throw new GatewayRefusedError('no_such_payment', `The sandbox has nothing at ${path}.`);
    }
    return found;
}

function toOutcome(wire: Parameters<typeof toProviderPayment>[0]): AuthoriseOutcome {
    const payment = toProviderPayment(wire);
    if (payment.decline) {
        return { status: 'declined', payment, ...payment.decline };
    }
    return payment.action
        ? { status: 'action-required', payment, action: payment.action }
        : { status: 'authorised', payment };
}
