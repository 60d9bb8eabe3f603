import { Injectable } from '@nestjs/common';
import type { ProviderEvent } from '../application/ports/payment-gateway.port';
import { type LoggedWebhook, WebhookLog } from '../application/ports/webhook-log.port';
import type { EfiPaymentWebhookEvent } from './entities/webhook-event.entity';
import { IntentDatabase } from './intent-database';

/** {@link WebhookLog} in PostgreSQL, on the payments' own connections. */
@Injectable()
export class SqlWebhookLog extends WebhookLog {
    constructor(private readonly database: IntentDatabase) {
        super();
    }

    async noteDelivery(gateway: string, event: ProviderEvent): Promise<LoggedWebhook> {
        const [row] = await this.database.query<EfiPaymentWebhookEvent>(
            `INSERT INTO efi_payment_webhook_event AS e (gateway, "eventId", type, "providerReference")
             VALUES ($1, $2, $3, $4)
             ON CONFLICT (gateway, "eventId") DO UPDATE SET deliveries = e.deliveries + 1
             RETURNING id, "processedAt", "receivedAt"`,
            [gateway, event.eventId, event.type, event.payment?.providerReference ?? null],
        );
        if (!row) {
            throw new Error(`Webhook ${event.eventId} of ${gateway} was not stored.`);
        }
        const { id, processedAt, receivedAt } = row;
        return { id, processedAt: processedAt ?? undefined, receivedAt };
    }

    async markProcessed(id: string, intentId: string | undefined): Promise<void> {
        await this.database.query(
            `UPDATE efi_payment_webhook_event SET "processedAt" = now(), "intentId" = $2 WHERE id = $1`,
            [id, intentId ?? null],
        );
    }

    async deleteOlderThan(days: number): Promise<number> {
        const deleted = await this.database.query(
            `DELETE FROM efi_payment_webhook_event WHERE "receivedAt" < now() - $1 * interval '1 day' RETURNING id`,
            [days],
        );
        return deleted.length;
    }
}
