import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { parseEnv } from '../env';
import { awsCredentials } from './aws-credentials';

afterEach(() => vi.unstubAllEnvs());

it('are those of the settings, where there are some', async () => {
    const env = parseEnv({
        AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
        AWS_SECRET_ACCESS_KEY: 's',
        AWS_SESSION_TOKEN: 't',
    });
    expect(await awsCredentials(env)()).toEqual({
        ...{ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 's', sessionToken: 't' },
    });
});

it('are those of the container that the process runs in, where there are none', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'efi-aws-'));
    writeFileSync(path.join(folder, 'token'), 'let-me-in');
    const asked: string[] = [];
    const server = createServer((request, response) => {
        asked.push(`${request.url} ${request.headers.authorization}`);
        response.setHeader('content-type', 'application/json');
        response.end(
            JSON.stringify({
                ...{ AccessKeyId: 'ASIAROLE', SecretAccessKey: 'secret', Token: 'session' },
                Expiration: new Date(Date.now() + 3_600_000).toISOString(),
            }),
        );
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    vi.stubEnv('AWS_CONFIG_FILE', path.join(folder, 'none'));
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', path.join(folder, 'none'));
    vi.stubEnv('AWS_CONTAINER_CREDENTIALS_FULL_URI', `http://127.0.0.1:${port}/role`);
    vi.stubEnv('AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE', path.join(folder, 'token'));
    try {
        const credentials = awsCredentials(parseEnv({}));
        expect(await credentials()).toMatchObject({ accessKeyId: 'ASIAROLE', sessionToken: 'session' });
        await credentials();
        expect(asked).toEqual(['/role let-me-in']);
    } finally {
        server.close();
        rmSync(folder, { recursive: true, force: true });
    }
});
