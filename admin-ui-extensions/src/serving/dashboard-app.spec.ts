import express from 'express';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dashboardApp } from './dashboard-app';
import { keepTokenFromScripts } from './keep-token-from-scripts';

const appDir = mkdtempSync(path.join(os.tmpdir(), 'efi-dashboard-'));
let server: Server;
let origin: string;

beforeAll(async () => {
    mkdirSync(path.join(appDir, 'assets'));
    writeFileSync(path.join(appDir, 'assets/app-1a2b.js'), 'run()');
    writeFileSync(path.join(appDir, 'index.html'), '<title>Dashboard</title>');
    const app = express();
    app.use('/dashboard', dashboardApp(appDir, ['https://cdn.example.com']));
    app.use('/admin-api', keepTokenFromScripts('vendure-auth-token'), (_request, response) => {
        response.set('vendure-auth-token', 'secret').set('x-other', '1').end();
    });
    await new Promise<void>(resolve => {
        server = app.listen(0, '127.0.0.1', () => resolve());
    });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
    server.close();
    rmSync(appDir, { recursive: true });
});

const get = (address: string, headers: Record<string, string> = {}) =>
    fetch(`${origin}${address}`, { headers });

describe('the Dashboard on the server', () => {
    it.each([
        '/dashboard',
        '/dashboard/',
        '/dashboard/products/1',
        '/dashboard/assets',
        '/dashboard/assets/12',
    ])('answers %s with the page, checked anew each time', async address => {
        const response = await get(address);
        expect(response.status).toBe(200);
        expect(await response.text()).toContain('<title>Dashboard</title>');
        expect(response.headers.get('cache-control')).toBe('no-cache');
    });

    it('lets browsers keep hashed files for ever', async () => {
        const response = await get('/dashboard/assets/app-1a2b.js');
        expect(await response.text()).toBe('run()');
        expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    });

    it('does not pass the page off as a script that is gone', async () => {
        const response = await get('/dashboard/assets/app-old.js');
        expect(response.status).toBe(404);
        expect(response.headers.get('content-type')).toContain('text/plain');
    });

    it.each(['/dashboard/..%2f..%2fpackage.json', '/dashboard/assets/%2e%2e/%2e%2e/etc/passwd'])(
        'serves nothing outside of its folder: %s',
        async address => {
            expect(await (await get(address)).text()).not.toMatch(/"name"|root:/);
        },
    );

    it('runs scripts of its own only, shows images of the CDN, and stays out of frames', async () => {
        const policy = (await get('/dashboard/')).headers.get('content-security-policy');
        expect(policy).toContain("script-src 'self';");
        expect(policy).toContain("img-src 'self' data: blob: https://cdn.example.com;");
        expect(policy).toContain("frame-ancestors 'none'");
    });

    it('takes no other method', async () => {
        expect((await fetch(`${origin}/dashboard/`, { method: 'POST' })).status).toBe(405);
    });

    it('says how to build it when it is not built', async () => {
        rmSync(path.join(appDir, 'index.html'));
        const response = await get('/dashboard/');
        expect(response.status).toBe(503);
        expect(await response.text()).toContain('npm run build -w admin-ui-extensions');
    });
});

describe("the session's token", () => {
    it('is kept from pages of this server, which have the cookie', async () => {
        // Set by browsers alone: fetch of Node lets a test send it.
        const { headers } = await get('/admin-api', { 'sec-fetch-site': 'same-origin' });
        expect(headers.get('vendure-auth-token')).toBeNull();
        expect(headers.get('x-other')).toBe('1');
    });

    it('goes to clients that are no browser', async () => {
        expect((await get('/admin-api')).headers.get('vendure-auth-token')).toBe('secret');
    });
});
