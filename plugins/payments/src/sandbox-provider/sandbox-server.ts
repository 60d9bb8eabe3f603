import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { ApiError } from './api/api-error';
import { ApiRouter, type Outcome } from './api/api-router';
import { json, readBody, send } from './api/http';
import { PaymentsApi } from './api/payments-api';
import { Books } from './books/books';
import { Faults } from './faults';
import { HostedPages } from './pages/hosted-pages';
import { Provider } from './provider';
import type { SandboxSettings } from './settings';
import { WebhookSender } from './webhooks/webhook-sender';

/** A running provider. */
export interface RunningSandbox {
    readonly port: number;
    stop(): Promise<void>;
}

/** Opens the books, listens, and sends the webhooks that an earlier run did not get rid of. */
export async function startSandbox(settings: SandboxSettings): Promise<RunningSandbox> {
    const books = await Books.open(path.join(settings.dataDir, 'journal.jsonl'));
    const sender = new WebhookSender(books, settings.webhookSecret, settings.webhookUrl);
    const provider = new Provider(books, settings.lateMs, () => sender.wake());
    const server = createServer();
    const port = await listen(server, settings);
    const publicUrl = settings.publicUrl ?? `http://localhost:${port}`;
    const api = new PaymentsApi(books, provider, publicUrl, settings.slowMs);
    const router = new ApiRouter(settings.apiKey, api, books, provider, new Faults());
    const pages = new HostedPages(books, provider);
    server.on('request', (request, response) => void respond(request, response, router, pages));
    sender.wake();
    return {
        port,
        stop: async () => {
            sender.stop();
            server.closeAllConnections();
            await new Promise(resolve => server.close(resolve));
            await books.close();
        },
    };
}

async function respond(
    request: IncomingMessage,
    response: ServerResponse,
    router: ApiRouter,
    pages: HostedPages,
): Promise<void> {
    const outcome = await route(request, router, pages).catch(errorAnswer);
    if (outcome === 'broken') {
        request.socket.destroy();
    } else if (outcome !== 'no-answer') {
        send(response, outcome);
    }
}

async function route(request: IncomingMessage, router: ApiRouter, pages: HostedPages): Promise<Outcome> {
    const { method = 'GET', headers } = request;
    const url = new URL(request.url ?? '/', 'http://sandbox');
    if (url.pathname === '/readyz') {
        return json(200, { status: 'ok' });
    }
    const body = await readBody(request);
    if (url.pathname.startsWith('/v1/')) {
        const idempotencyKey = headers['idempotency-key'];
        return router.handle({ method, url, body, idempotencyKey }, headers.authorization);
    }
    return pages.handle(method, url, new URLSearchParams(body));
}

function errorAnswer(error: unknown): Outcome {
    if (error instanceof ApiError) {
        return json(error.status, { error: { code: error.code, message: error.message } });
    }
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return json(500, { error: { code: 'internal', message: 'The sandbox failed. Its log says why.' } });
}

function listen(server: Server, { port, host }: SandboxSettings): Promise<number> {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
            server.off('error', reject);
            resolve((server.address() as AddressInfo).port);
        });
    });
}
