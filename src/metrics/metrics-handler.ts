import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Env } from '../env';
import type { PrometheusMetrics } from './prometheus-metrics';

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/**
 * Answers `GET /metrics`. With METRICS_TOKEN set, to whoever sends it as a bearer token; without, to this machine and
 * in demo mode only. Everyone else is told that there is no such page.
 */
export function metricsHandler(
    env: Pick<Env, 'isProduction' | 'METRICS_TOKEN'>,
    metrics: Pick<PrometheusMetrics, 'contentType' | 'exposition'>,
) {
    return async (request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> => {
        if (request.url?.split('?')[0] !== '/metrics' || request.method !== 'GET') {
            return next();
        }
        if (!mayRead(env, request)) {
            response.writeHead(404, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
            response.end('Not found\n');
            return;
        }
        const body = await metrics.exposition();
        response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
        response.end(body);
    };
}

function mayRead(env: Pick<Env, 'isProduction' | 'METRICS_TOKEN'>, request: IncomingMessage): boolean {
    if (env.METRICS_TOKEN) {
        return isSame(request.headers.authorization ?? '', `Bearer ${env.METRICS_TOKEN}`);
    }
    return !env.isProduction && LOOPBACK.includes(request.socket.remoteAddress ?? '');
}

/** In a time that tells nothing about where two texts differ, nor how long the secret one is. */
function isSame(given: string, expected: string): boolean {
    return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
    return createHash('sha256').update(text).digest();
}
