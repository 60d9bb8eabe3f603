import { createServer, request, Agent, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drainDatabase, drainHttp } from './shutdown';

describe('drainHttp', () => {
    let server: Server;
    let port: number;
    let finish: () => void;
    let begun: Promise<void>;
    const agent = new Agent({ keepAlive: true });

    beforeEach(async () => {
        let onBegun: () => void;
        begun = new Promise(resolve => (onBegun = resolve));
        server = createServer((incoming, response) => {
            if (incoming.url === '/quick') {
                response.end('quick');
                return;
            }
            onBegun();
            finish = () => response.end('finished');
        });
        await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
        ({ port } = server.address() as AddressInfo);
    });

    afterEach(() => {
        agent.destroy();
        server.closeAllConnections();
    });

    it('lets a request that has begun finish, and takes no new one', async () => {
        const running = get('/slow');
        await begun;
        const drained = drainHttp(server);
        await expect(get('/quick', new Agent())).rejects.toThrow('ECONNREFUSED');
        finish();
        expect(await running).toBe('finished');
        await drained;
    });

    it('does not wait for a client that keeps its connection open without a request', async () => {
        expect(await get('/quick')).toBe('quick');
        const running = get('/slow');
        await begun;
        const drained = drainHttp(server);
        finish();
        await running;
        await drained;
        expect(server.listening).toBe(false);
    });

    function get(path: string, through = agent): Promise<string> {
        return new Promise((resolve, reject) => {
            request({ host: '127.0.0.1', port, path, agent: through }, response => {
                let body = '';
                response.on('data', chunk => (body += String(chunk)));
                response.on('end', () => resolve(body));
            })
                .on('error', reject)
                .end();
        });
    }
});

describe('drainDatabase', () => {
    it('waits for connections at work and for queries in the queue', async () => {
        const pool = { totalCount: 2, idleCount: 1, waitingCount: 1 };
        let drained = false;
        const done = drainDatabase(pool, 50).then(() => (drained = true));
        await new Promise(resolve => setTimeout(resolve, 150));
        pool.idleCount = 2;
        await new Promise(resolve => setTimeout(resolve, 150));
        expect(drained).toBe(false);
        pool.waitingCount = 0;
        await done;
    });
});
