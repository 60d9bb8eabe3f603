import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { metricsHandler } from './metrics-handler';
import { PrometheusMetrics } from './prometheus-metrics';

describe('GET /metrics', () => {
    let server: Server | undefined;
    const metrics = new PrometheusMetrics('server');

    afterEach(() => new Promise<void>(resolve => (server ? server.close(() => resolve()) : resolve())));

    /** Asks a server with these settings, from this machine. */
    async function get(
        env: { isProduction: boolean; METRICS_TOKEN?: string },
        options: { path?: string; authorization?: string; method?: string } = {},
    ): Promise<Response> {
        const handler = metricsHandler(env, metrics);
        server = createServer((request, response) => {
            void handler(request, response, () => response.writeHead(418).end());
        });
        await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
        const { port } = server.address() as AddressInfo;
        return fetch(`http://127.0.0.1:${port}${options.path ?? '/metrics'}`, {
            method: options.method ?? 'GET',
            headers: options.authorization ? { authorization: options.authorization } : {},
        });
    }

    it('shows what plugins counted, set and timed, beside those of Node.js', async () => {
        metrics.counter('efi_test_total', 'Counted', ['kind']).increment({ kind: 'a' });
        metrics.counter('efi_test_total', 'Counted', ['kind']).increment({ kind: 'a' }, 2);
        metrics.gauge('efi_test_level', 'Set').set(0.5);
        metrics.histogram('efi_test_seconds', 'Timed', ['kind']).observe(0.2, { kind: 'b' });
        const response = await get({ isProduction: false });
        expect(response.headers.get('content-type')).toContain('text/plain');
        const lines = (await response.text()).split('\n');
        expect(lines).toContain('efi_test_total{kind="a",process="server"} 3');
        expect(lines).toContain('efi_test_level{process="server"} 0.5');
        expect(lines).toContain('efi_test_seconds_bucket{le="0.25",process="server",kind="b"} 1');
        expect(lines).toContain('efi_test_seconds_bucket{le="0.1",process="server",kind="b"} 0');
        expect(lines.some(line => line.startsWith('nodejs_eventloop_lag_seconds'))).toBe(true);
    });

    it('is not there in production without a token', async () => {
        expect((await get({ isProduction: true })).status).toBe(404);
    });

    it.each([
        ['Bearer right', 200],
        ['Bearer wrong', 404],
        ['right', 404],
        [undefined, 404],
    ])('with a token set answers %s with %i, in demo mode too', async (authorization, status) => {
        expect((await get({ isProduction: true, METRICS_TOKEN: 'right' }, { authorization })).status).toBe(
            status,
        );
        await new Promise(resolve => server?.close(resolve));
        expect((await get({ isProduction: false, METRICS_TOKEN: 'right' }, { authorization })).status).toBe(
            status,
        );
    });

    it('leaves other pages to others', async () => {
        expect((await get({ isProduction: false }, { path: '/metrics/x' })).status).toBe(418);
        await new Promise(resolve => server?.close(resolve));
        expect((await get({ isProduction: false }, { method: 'POST' })).status).toBe(418);
    });
});
