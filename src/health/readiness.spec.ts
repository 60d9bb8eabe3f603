import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { healthHandler, Readiness } from './readiness';

describe('health endpoints', () => {
    let readiness: Readiness;
    let server: Server;

    beforeEach(async () => {
        readiness = new Readiness();
        const handler = healthHandler(readiness);
        server = createServer((request, response) => void handler(request, response));
        await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    });

    afterEach(() => {
        vi.useRealTimers();
        server.closeAllConnections();
        server.close();
    });

    it('says alive from the first moment, but not ready before the start is over', async () => {
        expect(await get('/healthz')).toEqual([200, { status: 'alive' }]);
        expect(await get('/readyz')).toEqual([503, { status: 'starting', checks: {} }]);
    });

    it('is ready when every check passes', async () => {
        readiness.add('database', () => Promise.resolve()).markStarted();
        expect(await get('/readyz')).toEqual([200, { status: 'ready', checks: { database: 'ok' } }]);
    });

    it('names what is away, and stays alive meanwhile', async () => {
        readiness
            .add('database', () => Promise.resolve())
            .add('redis', () => Promise.reject(new Error('connect ECONNREFUSED')))
            .markStarted();
        expect(await get('/readyz')).toEqual([
            503,
            { status: 'unavailable', checks: { database: 'ok', redis: 'connect ECONNREFUSED' } },
        ]);
        expect(await get('/healthz')).toEqual([200, { status: 'alive' }]);
    });

    it('names what is away and can be done without, and stays ready', async () => {
        readiness
            .addDispensable('redis', () => Promise.reject(new Error('connect ECONNREFUSED')))
            .markStarted();
        expect(await get('/readyz')).toEqual([
            200,
            { status: 'ready', checks: { redis: 'connect ECONNREFUSED' } },
        ]);
    });

    it('does not hang with a check that never answers', async () => {
        vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
        readiness.add('database', () => new Promise(() => undefined)).markStarted();
        const report = readiness.report();
        await vi.advanceTimersByTimeAsync(2_000);
        expect(await report).toEqual({ status: 'unavailable', checks: { database: 'no answer in 2000 ms' } });
    });

    it('is not ready any more while it drains', async () => {
        readiness.markStarted();
        readiness.markDraining();
        expect(await get('/readyz')).toEqual([503, { status: 'draining', checks: {} }]);
    });

    it('knows no other address, and leaves it to the next handler where there is one', async () => {
        expect(await get('/admin')).toEqual([404, { status: 'not found' }]);
        const next = vi.fn();
        await healthHandler(readiness)({ url: '/admin' } as never, {} as never, next);
        expect(next).toHaveBeenCalledOnce();
    });

    async function get(path: string): Promise<[number, unknown]> {
        const { port } = server.address() as AddressInfo;
        const response = await fetch(`http://127.0.0.1:${port}${path}?probe=1`);
        return [response.status, await response.json()];
    }
});
