import type { ProviderEvent } from './payment-gateway.port';

/** A webhook that was delivered, for the first time or again. */
export interface LoggedWebhook {
    readonly id: string;
    /** Present when an earlier delivery was dealt with. */
    readonly processedAt?: Date;
    /** By this platform's clock, the first time. */
    readonly receivedAt: Date;
}

/** The webhooks that were received and are not forged. */
export abstract class WebhookLog {
    /** Notes a delivery; events are told apart by the provider's id. */
    abstract noteDelivery(gateway: string, event: ProviderEvent): Promise<LoggedWebhook>;
    /** @param intentId - What it was about, if that is known here. */
    abstract markProcessed(id: string, intentId: string | undefined): Promise<void>;
    /** @returns How many there were. */
    abstract deleteOlderThan(days: number): Promise<number>;
}
