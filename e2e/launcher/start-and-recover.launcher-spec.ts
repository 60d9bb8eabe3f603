import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { launchShop, openShop, type ShopOptions, type ShopRun } from '../support/shop';
import { pidOf, processesOf } from './running-processes';
import { scratchFolder } from './scratch-folder';

const dataDir = path.join(scratchFolder(), 'data');
let shop: ShopRun | undefined;

/** Without the demo shop, whose loading has tests of its own and takes the longest. */
async function open(options: Partial<ShopOptions> = {}): Promise<ShopRun> {
    shop = await openShop({ dataDir, args: ['--no-build', '--empty'], ...options });
    return shop;
}

afterEach(async () => {
    shop?.signal('SIGTERM');
    await shop?.ended();
});

describe('npm start', () => {
    it('opens the shop, prints its addresses and accounts, and leaves nothing behind after Ctrl-C', async () => {
        const opened = await open();
        expect(opened.output()).toContain(opened.serverUrl);
        expect(opened.output()).toContain(opened.storefrontUrl);
        expect(opened.output()).toContain('superadmin / superadmin');
        expect((await fetch(`${opened.serverUrl}/readyz`)).status).toBe(200);
        expect(opened.output()).toContain(opened.sandboxUrl);
        expect((await fetch(opened.sandboxUrl)).status).toBe(200);
        await renameChannel(opened.serverUrl);

        opened.signal('SIGINT');
        expect(await opened.ended()).toBe(0);
        expect(opened.output()).toMatch(/Stop the shop[\s\S]+Stop PostgreSQL/);
        expect(processesOf(dataDir)).toEqual([]);
        expect(existsSync(path.join(dataDir, 'run/launcher.lock'))).toBe(false);
    });

    it('keeps the data over a second start', async () => {
        const { serverUrl } = await open();
        expect(await channelToken(serverUrl)).toBe('kept');
    });

    it('refuses a second launcher on the same data, which does no harm to the first', async () => {
        const first = await open();
        const second = await launchShop({ dataDir, args: ['--no-build', '--empty'] });
        expect(await second.ended()).toBe(1);
        expect(second.output()).toContain(`runs already, as process ${first.pid}`);
        expect((await fetch(`${first.serverUrl}/readyz`)).status).toBe(200);
    });

    it('says so and goes on when a part of the shop is killed', async () => {
        const running = await open();
        for (const name of ['server', 'worker', 'storefront', 'sandbox', 'postgres']) {
            process.kill(pidOf(name, dataDir), 'SIGKILL');
        }
        for (const label of [
            'The server',
            'The worker',
            'The storefront',
            'The sandbox payment provider',
            'PostgreSQL',
        ]) {
            await running.printed(`${label} is up again`);
            expect(running.output()).toContain(`${label} ended with SIGKILL; starting it again in 1 s`);
        }
        await expect.poll(() => channelToken(running.serverUrl), { timeout: 20_000 }).toBe('kept');
    });

    it('ends what a killed launcher left running, and starts on the same data', async () => {
        const killed = await open();
        const orphan = pidOf('postgres', dataDir);
        killed.signal('SIGKILL');
        await killed.ended();
        expect(processesOf(dataDir).join('\n')).toContain('postgres');

        const next = await open();
        expect(next.output()).toContain('The last run was cut off');
        expect(pidOf('postgres', dataDir)).not.toBe(orphan);
        expect(await channelToken(next.serverUrl)).toBe('kept');
    });

    it('recovers when everything was killed at once', async () => {
        const killed = await open();
        const pids = ['postgres', 'server', 'worker', 'storefront', 'sandbox'].map(name =>
            pidOf(name, dataDir),
        );
        [killed.pid, ...pids].forEach(pid => process.kill(pid, 'SIGKILL'));
        await killed.ended();

        const { serverUrl } = await open();
        expect(await channelToken(serverUrl)).toBe('kept');
    });

    it('begins anew with --reset and says what it removed', async () => {
        const anew = await open({ args: ['--no-build', '--empty', '--reset'] });
        expect(anew.output()).toContain(`Removed ${dataDir}`);
        expect(await channelToken(anew.serverUrl)).not.toBe('kept');
    });
});

async function adminQuery<T>(serverUrl: string, query: string, token?: string): Promise<[T, string | null]> {
    const response = await fetch(`${serverUrl}/admin-api`, {
        method: 'POST',
        headers: {
            'content-type': 'application/json',
            ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
    if (errors) {
        throw new Error(JSON.stringify(errors));
    }
    return [data, response.headers.get('vendure-auth-token')];
}

async function signIn(serverUrl: string): Promise<string> {
    const [, token] = await adminQuery(
        serverUrl,
        'mutation { login(username: "superadmin", password: "superadmin") { __typename } }',
    );
    return token ?? '';
}

/** Any change that only this test makes, to find it again. */
async function renameChannel(serverUrl: string): Promise<void> {
    await adminQuery(
        serverUrl,
        'mutation { updateChannel(input: { id: 1, token: "kept" }) { __typename } }',
        await signIn(serverUrl),
    );
}

async function channelToken(serverUrl: string): Promise<string | undefined> {
    const [{ channels }] = await adminQuery<{ channels: { items: { id: string; token: string }[] } }>(
        serverUrl,
        '{ channels { items { id token } } }',
        await signIn(serverUrl),
    );
    return channels.items.find(channel => channel.id === '1')?.token;
}
