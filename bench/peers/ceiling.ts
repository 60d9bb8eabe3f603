import { freePort } from '@efi/plugin-kit/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startScript } from '../../e2e/support/app-process';
import { exchange } from '../measuring/exchange';
import type { Contender, Task } from './contender';

const KINDS = { 'node http': 'http', Express: 'express' } as const;

/** As fast as Node can send what the list's answer weighs, past any shop. */
export async function openCeiling(name: keyof typeof KINDS, list: Task): Promise<Contender> {
    const { body } = await list.ask(0);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'efi-ceiling-'));
    const file = path.join(folder, 'body');
    await writeFile(file, body);
    const port = await freePort();
    const server = await startScript('bench/peers/ceiling-server.mjs', {
        ...{ PORT: String(port), BODY_FILE: file, CEILING: KINDS[name] },
    });
    const question = JSON.stringify({ query: '{ search }' });
    return {
        name,
        pid: () => server.pid,
        once: {},
        tasks: {
            list: {
                ...{ keys: 1, found: list.found },
                async ask() {
                    const reply = await exchange(`http://127.0.0.1:${port}/`, { body: question });
                    return { body: reply.body, hit: false };
                },
            },
        },
        async close() {
            server.signal('SIGTERM');
            await server.ended();
            await rm(folder, { recursive: true, force: true });
        },
    };
}
