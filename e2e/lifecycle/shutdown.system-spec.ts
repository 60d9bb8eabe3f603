import { createTestDatabase, freePort, testPostgresUrl } from '@efi/plugin-kit/testing';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import os from 'node:os';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type AppProcess } from '../support/app-process';

describe('shutting down', () => {
    let database: Client;
    let port: number;
    let env: Record<string, string>;
    const running: AppProcess[] = [];

    beforeAll(async () => {
        const url = await createTestDatabase(testPostgresUrl(), 'system_shutdown');
        database = new Client({ connectionString: url });
        await database.connect();
        env = { DATABASE_URL: url, DATA_DIR: `${os.tmpdir()}/efi-shutdown` };
    });

    beforeEach(async () => {
        port = await freePort();
    });

    afterAll(async () => {
        running.forEach(app => app.signal('SIGKILL'));
        await database.end();
    });

    it('finishes a request that has begun, with everything that follows from it, and then ends with code 0', async () => {
        const server = await start('index', { PORT: String(port) });
        const registration = JSON.stringify({
            query: `mutation {
                registerCustomerAccount(input: { emailAddress: "ada@example.com", password: "correct horse" }) { __typename }
            }`,
        });
        const slow = request({
            host: '127.0.0.1',
            port,
            path: '/shop-api',
            method: 'POST',
            headers: json(registration),
        });
        slow.write(registration.slice(0, 20));
        await statusOf('/readyz');

        server.signal('SIGTERM');
        await eventually(() => server.output().includes('SIGTERM'));
        await expect(statusOf('/healthz')).rejects.toThrow('ECONNREFUSED');

        slow.end(registration.slice(20));
        const [response] = (await once(slow, 'response')) as [IncomingMessage];
        const body = (await response.toArray()).join('');
        expect(response.statusCode).toBe(200);
        expect(JSON.parse(body)).toMatchObject({
            data: { registerCustomerAccount: { __typename: 'Success' } },
        });
        expect(await server.ended(), server.output()).toBe(0);

        // The mail is sent by a job that a listener on the event bus asks for: the bus was still there.
        const jobs = await database.query(`SELECT FROM efi_job WHERE "queueName" = 'send-email'`);
        expect(jobs.rowCount).toBe(1);
    });

    it('ends a worker with code 0, and its health port with it', async () => {
        const worker = await start('index-worker', { WORKER_HEALTH_PORT: String(port) });
        expect(await statusOf('/readyz')).toBe(200);
        worker.signal('SIGTERM');
        expect(await worker.ended()).toBe(0);
        await expect(statusOf('/healthz')).rejects.toThrow('ECONNREFUSED');
    });

    it.each(['index', 'index-worker'] as const)('ends at once on a second signal (%s)', async entry => {
        const app = await start(entry, { PORT: String(port), WORKER_HEALTH_PORT: String(port) });
        const open = request({
            host: '127.0.0.1',
            port,
            path: '/shop-api',
            method: 'POST',
            headers: json('{}'),
        });
        open.on('error', () => undefined);
        open.write('{');
        await statusOf('/readyz');
        app.signal('SIGTERM');
        await eventually(() => app.output().includes('SIGTERM'));
        app.signal('SIGINT');
        expect(await app.ended()).toBe(1);
    });

    async function start(
        entry: 'index' | 'index-worker',
        extra: Record<string, string>,
    ): Promise<AppProcess> {
        const app = await startApp(entry, { ...env, ...extra });
        running.push(app);
        return app;
    }

    async function statusOf(path: string): Promise<number> {
        const outgoing = request({ host: '127.0.0.1', port, path, agent: false }).end();
        const [response] = (await once(outgoing, 'response')) as [{ statusCode: number; resume(): void }];
        response.resume();
        return response.statusCode;
    }
});

function json(body: string): Record<string, string> {
    return { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
}

async function eventually(condition: () => boolean): Promise<void> {
    for (const deadline = Date.now() + 10_000; !condition();) {
        if (Date.now() > deadline) throw new Error('It did not happen within 10 s.');
        await new Promise(resolve => setTimeout(resolve, 20));
    }
}
