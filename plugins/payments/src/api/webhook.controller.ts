import { Controller, Headers, Param, Post, Req, Res } from '@nestjs/common';
import { asSystem, metrics } from '@efi/plugin-kit';
import type { Request, Response } from 'express';
import type { IncomingHttpHeaders } from 'node:http';
import { ReceiveWebhook, type WebhookReceipt } from '../application/receive-webhook';
import { WEBHOOK_PATH } from './webhook-body';

/** `409` and `5xx` have every provider send the event again later. */
const STATUS: Readonly<Record<WebhookReceipt, number>> = {
    processed: 200,
    duplicate: 200,
    ignored: 200,
    'too-early': 409,
    'provider-away': 503,
    rejected: 400,
    'no-gateway': 404,
};

/** Where payment providers tell what happened: `POST /payments/webhooks/<gateway>`. */
@Controller(WEBHOOK_PATH)
export class WebhookController {
    constructor(private readonly receiveWebhook: ReceiveWebhook) {}

    @Post(':gateway')
    async receive(
        @Param('gateway') gateway: string,
        @Headers() headers: IncomingHttpHeaders,
        @Req() request: Request,
        @Res() response: Response,
    ): Promise<void> {
        const rawBody: unknown = request.body;
        const receipt = Buffer.isBuffer(rawBody)
            ? await asSystem(() => this.receiveWebhook.run({ gateway, rawBody, headers }, new Date()))
            : 'rejected';
        metrics()
            .counter('efi_payment_webhooks_total', 'Webhooks of payment providers, by what became of them', [
                'gateway',
                'receipt',
            ])
            // Anybody may ask for any name, and each would be a series of its own.
            .increment({ gateway: receipt === 'no-gateway' ? 'unknown' : gateway, receipt });
        response.status(STATUS[receipt]).json({ receipt });
    }
}
