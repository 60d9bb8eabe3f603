import type { IncomingHttpHeaders } from 'node:http';
import type { PaymentIntent } from '../domain/payment-intent';
import { isUuid } from '../domain/uuid';
import { isGatewayError } from './ask-provider';
import type { FinishPayment } from './finish-payment';
import { WebhookRejectedError } from './ports/gateway-errors';
import type { GatewayRegistry } from './ports/gateway-registry.port';
import type { IntentStore } from './ports/intent-store.port';
import type { PaymentGateway, ProviderEvent, ProviderPayment } from './ports/payment-gateway.port';
import type { ProviderCalls } from './ports/provider-calls.port';
import type { LoggedWebhook, WebhookLog } from './ports/webhook-log.port';

/**
 * - `processed`: what the provider has is booked here.
 * - `duplicate`: an earlier delivery was dealt with.
 * - `ignored`: it is about no payment of this shop.
 * - `too-early`: the payment is not known yet, here or there; the provider has to send it again.
 * - `provider-away`: the provider can't be asked now; it has to send it again.
 * - `rejected`: forged, too old, or no webhook. Nothing was stored.
 * - `no-gateway`: there is no such gateway.
 */
export type WebhookReceipt =
    'processed' | 'duplicate' | 'ignored' | 'too-early' | 'provider-away' | 'rejected' | 'no-gateway';

export interface WebhookDelivery {
    readonly gateway: string;
    readonly rawBody: Buffer;
    readonly headers: IncomingHttpHeaders;
}

/**
 * How long an event whose payment is unknown is sent back for another try. An account at a provider may serve several
 * shops; what is really missing here, the reconciliation finds.
 */
const WAIT_FOR_PAYMENT_MS = 24 * 3_600_000;

/**
 * Takes a provider's word that something happened, and asks the provider what: webhooks may come twice, late and out
 * of order, and what is booked is always how the payment stands now.
 */
export class ReceiveWebhook {
    constructor(
        private readonly gateways: GatewayRegistry,
        private readonly calls: ProviderCalls,
        private readonly store: IntentStore,
        private readonly log: WebhookLog,
        private readonly finish: FinishPayment,
    ) {}

    /**
     * @throws Error when the database fails, say. The event is dealt with when the provider sends it again.
     */
    async run(delivery: WebhookDelivery, now: Date): Promise<WebhookReceipt> {
        const gateway = this.gateways.all().find(({ name }) => name === delivery.gateway);
        if (!gateway) {
            return 'no-gateway';
        }
        const event = await genuineEvent(gateway, delivery, now);
        return event ? this.accept(gateway, event, now) : 'rejected';
    }

    private async accept(gateway: PaymentGateway, event: ProviderEvent, now: Date): Promise<WebhookReceipt> {
        const logged = await this.log.noteDelivery(gateway.name, event);
        if (logged.processedAt) {
            return 'duplicate';
        }
        const intent = event.payment && (await this.findIntent(gateway.name, event.payment));
        if (!intent) {
            return this.withoutIntent(event, logged, now);
        }
        const payment = await this.askFor(gateway, intent, event);
        if (typeof payment === 'string') {
            return payment;
        }
        await this.store.applyProviderPayment(intent.id, payment, 'webhook');
        await this.finish.run(intent.id);
        await this.log.markProcessed(logged.id, intent.id);
        return 'processed';
    }

    private async withoutIntent(
        event: ProviderEvent,
        logged: LoggedWebhook,
        now: Date,
    ): Promise<WebhookReceipt> {
        const isYoung = now.getTime() - logged.receivedAt.getTime() < WAIT_FOR_PAYMENT_MS;
        if (event.payment && isYoung) {
            return 'too-early';
        }
        await this.log.markProcessed(logged.id, undefined);
        return 'ignored';
    }

    private async findIntent(
        gateway: string,
        { intentId, providerReference }: NonNullable<ProviderEvent['payment']>,
    ): Promise<PaymentIntent | undefined> {
        const byId = intentId !== undefined && isUuid(intentId) ? await this.store.find(intentId) : undefined;
        if (byId) {
            return byId.intent.gateway === gateway ? byId.intent : undefined;
        }
        return (await this.store.findByReference(gateway, providerReference))?.intent;
    }

    private async askFor(
        gateway: PaymentGateway,
        intent: PaymentIntent,
        event: ProviderEvent,
    ): Promise<ProviderPayment | 'too-early' | 'provider-away'> {
        const providerReference = intent.providerReference ?? event.payment?.providerReference;
        try {
            const payment = await this.calls.run(gateway.name, 'read', call =>
                gateway.findPayment({ intentId: intent.id, providerReference }, call),
            );
            return payment ?? 'too-early';
        } catch (error) {
            if (isGatewayError(error)) {
                return 'provider-away';
            }
            throw error;
        }
    }
}

async function genuineEvent(
    gateway: PaymentGateway,
    { rawBody, headers }: WebhookDelivery,
    now: Date,
): Promise<ProviderEvent | undefined> {
    try {
        return await gateway.readWebhook(rawBody, headers, now);
    } catch (error) {
        if (error instanceof WebhookRejectedError) {
            return undefined;
        }
        throw error;
    }
}
