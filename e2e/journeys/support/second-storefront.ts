import { freePort } from '@efi/plugin-kit/testing';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, vi } from 'vitest';
import { REVALIDATION_SECRET } from '../../support/revalidation-secret';
import { serverUrl, shopUrl } from './browser';

const server = path.resolve(__dirname, '../../../storefront/.next/standalone/storefront/server.js');

/**
 * Another storefront of the shop under test, as behind a load balancer, which the server does not know of.
 *
 * @param redisUrl - Where the storefronts keep what they keep.
 */
export async function startSecondStorefront(redisUrl: string): Promise<{ url: string; stop(): void }> {
    const port = await freePort();
    const child = spawn(process.execPath, [server], {
        env: {
            PATH: process.env.PATH,
            NODE_ENV: 'production',
            PORT: String(port),
            HOSTNAME: '127.0.0.1',
            SHOP_API_URL: `${serverUrl}/shop-api`,
            SERVER_URL: serverUrl,
            STOREFRONT_URL: shopUrl,
            REVALIDATION_SECRET,
            REDIS_URL: redisUrl,
        },
        stdio: 'inherit',
    });
    const url = `http://127.0.0.1:${port}`;
    await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).ok).toBe(true), 30_000);
    return { url, stop: () => void child.kill() };
}
