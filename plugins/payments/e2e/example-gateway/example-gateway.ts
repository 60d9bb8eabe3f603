import {
    type AuthoriseOutcome,
    type AuthoriseRequest,
    type CaptureRequest,
    type GatewayCall,
    GatewayRefusedError,
    type ListedMovement,
    type PaymentGateway,
    type PaymentQuery,
    type ProviderEvent,
    type ProviderPayment,
    type RefundRequest,
    type VoidRequest,
} from '@efi/payments-plugin';
import type { IncomingHttpHeaders } from 'node:http';
import { ExampleApi, movementsShape, paymentShape } from './example-api';
import { movementOf, outcomeOf, snapshotOf } from './example-snapshot';
import { readExampleWebhook } from './example-webhook';

export interface ExampleOptions {
    readonly url: string;
    readonly apiKey: string;
    readonly webhookSecret: string;
}

/**
 * A whole adapter in small: Example Pay sends the shopper to its page, holds the whole amount, takes all of it or
 * nothing, and gives back any part. Copy this folder and change what your provider does otherwise.
 */
export class ExampleGateway implements PaymentGateway {
    readonly name = 'example';
    readonly flow = 'redirect';
    readonly publicConfiguration = {};
    readonly capabilities = {
        manualCapture: true,
        partialCapture: false,
        multipleCapture: false,
        partialRefund: true,
        requiredAuthentication: false,
    };
    private readonly api: ExampleApi;

    constructor(private readonly options: ExampleOptions) {
        this.api = new ExampleApi(options.url, options.apiKey);
    }

    async authorise(request: AuthoriseRequest, call: GatewayCall): Promise<AuthoriseOutcome> {
        const { money, intentId, orderCode, returnUrl, idempotencyKey } = request;
        // The intent goes along, so that the payment is found again when this call's answer is lost.
        const body = { ...money, reference: intentId, description: orderCode, returnUrl };
        return outcomeOf(await this.post('/payments', call, idempotencyKey, body));
    }

    async capture(request: CaptureRequest, call: GatewayCall): Promise<ProviderPayment> {
        const { providerReference, idempotencyKey, money } = request;
        return this.post(`/payments/${providerReference}/take`, call, idempotencyKey, {
            amount: money.amount,
        });
    }

    async void(request: VoidRequest, call: GatewayCall): Promise<ProviderPayment> {
        const { providerReference, idempotencyKey } = request;
        return this.post(`/payments/${providerReference}/release`, call, idempotencyKey, {});
    }

    async refund(request: RefundRequest, call: GatewayCall): Promise<ProviderPayment> {
        const { providerReference, idempotencyKey, money } = request;
        return this.post(`/payments/${providerReference}/return`, call, idempotencyKey, {
            amount: money.amount,
        });
    }

    async findPayment(query: PaymentQuery, { signal }: GatewayCall): Promise<ProviderPayment | undefined> {
        const path = query.providerReference
            ? `/payments/${query.providerReference}`
            : `/payments?reference=${query.intentId}`;
        const payment = await this.api.call(path, paymentShape, { signal });
        return payment && snapshotOf(payment);
    }

    async *listMovements(from: Date, to: Date, { signal }: GatewayCall): AsyncIterable<ListedMovement> {
        const path = `/movements?from=${from.toISOString()}&to=${to.toISOString()}`;
        for (const entry of (await this.api.call(path, movementsShape, { signal })) ?? []) {
            yield {
                ...movementOf(entry, entry.currency),
                paymentReference: entry.payment,
                intentId: entry.reference,
            };
        }
    }

    readWebhook(rawBody: Buffer, headers: IncomingHttpHeaders, now: Date): Promise<ProviderEvent> {
        return Promise.resolve().then(() =>
            readExampleWebhook(rawBody, headers, now, this.options.webhookSecret),
        );
    }

    private async post(
        path: string,
        { signal }: GatewayCall,
        idempotencyKey: string,
        body: object,
    ): Promise<ProviderPayment> {
        const call = { method: 'POST', signal, idempotencyKey, body } as const;
        const payment = await this.api.call(path, paymentShape, call);
        if (!payment) {
            throw new GatewayRefusedError('not_found', `Example Pay has no payment at ${path}.`);
        }
        return snapshotOf(payment);
    }
}
