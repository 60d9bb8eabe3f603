import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A webhook as it arrived. */
export interface ArrivedWebhook {
    readonly rawBody: Buffer;
    readonly headers: Record<string, string>;
    readonly event: { readonly id: string; readonly type: string; readonly payment: string };
}

/** In the place of the shop: takes note of every webhook. */
export class WebhookInbox {
    readonly arrived: ArrivedWebhook[] = [];
    /** What the sender is answered. */
    status = 200;

    private constructor(private readonly server: Server) {}

    static async open(): Promise<WebhookInbox> {
        const server = createServer();
        const inbox = new WebhookInbox(server);
        server.on('request', (request, response) => {
            const chunks: Buffer[] = [];
            request.on('data', (chunk: Buffer) => chunks.push(chunk));
            request.on('end', () => {
                const rawBody = Buffer.concat(chunks);
                const event = JSON.parse(rawBody.toString('utf8')) as ArrivedWebhook['event'];
                const headers = { ...request.headers } as Record<string, string>;
                inbox.arrived.push({ rawBody, headers, event });
                response.writeHead(inbox.status).end();
            });
        });
        server.listen(0, '127.0.0.1');
        await once(server, 'listening');
        return inbox;
    }

    get url(): string {
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
    }

    /** Those about a payment, once there are as many as wanted. */
    async waitFor(payment: string, count: number, withinMs = 10_000): Promise<ArrivedWebhook[]> {
        const deadline = Date.now() + withinMs;
        for (;;) {
            const own = this.arrived.filter(({ event }) => event.payment === payment);
            if (own.length >= count) {
                return own;
            }
            if (Date.now() > deadline) {
                throw new Error(`Only ${own.length} of ${count} webhooks arrived.`);
            }
            await delay(25);
        }
    }

    async close(): Promise<void> {
        this.server.closeAllConnections();
        this.server.close();
        await once(this.server, 'close');
    }
}
