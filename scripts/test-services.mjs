#!/usr/bin/env node
/**
 * `npm run test:services`: the tests that need real services beside PostgreSQL. Starts those on free ports of the
 * loopback address, runs the suites, and stops them again. Arguments are passed on to vitest.
 *
 * The addresses are in EFI_TEST_<NAME>; one that is set already is used, and left running.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = path.dirname(import.meta.dirname);

/** What the suites need. `command` takes a free port and a folder that is gone afterwards. */
const services = [
    {
        variable: 'EFI_TEST_REDIS_URL',
        name: 'Redis',
        binary: 'redis-server',
        install: 'apt-get install redis-server, or brew install redis',
        arguments: (port, folder) => [
            ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
            ...['--save', '', '--appendonly', 'no', '--databases', '64'],
        ],
        url: port => `redis://127.0.0.1:${port}`,
    },
];

/**
 * The journeys that leave most with a service: sessions, jobs, locks. CI, which is short of time and has run all of them
 * without services, takes these.
 */
const JOURNEYS_ON_SERVICES = ['guest-purchase', 'account'];

/** What suites start themselves, as they need it. */
const tools = [{ name: 'PgBouncer', binary: 'pgbouncer', install: 'apt-get install pgbouncer' }];

const missing = [...services, ...tools].filter(
    ({ variable, binary }) => !process.env[variable] && !has(binary),
);
if (missing.length > 0) {
    for (const { name, binary, install, variable } of missing) {
        console.error(
            `${name} is missing: no "${binary}" on the PATH. Install it (${install})${variable ? `, or set ${variable}` : ''}.`,
        );
    }
    process.exit(1);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'efi-services-'));
const running = [];
let code = 1;
try {
    for (const service of services.filter(({ variable }) => !process.env[variable])) {
        process.env[service.variable] = await start(service);
    }
    code = await run('npx', ['tsc', '-b']);
    const filters = process.argv.slice(2);
    code ||= await run('npx', ['vitest', 'run', '--project', 'services', ...filters]);
    if (filters.length === 0) {
        // The browser's journeys once more, on these services.
        const journeys = process.env.CI ? JOURNEYS_ON_SERVICES : [];
        code ||= await run('npx', ['vitest', 'run', '--project', 'journeys*', ...journeys]);
    }
} catch (error) {
    console.error(error.message);
} finally {
    await Promise.all(running.map(stop));
    rmSync(folder, { recursive: true, force: true });
}
process.exit(code);

function has(binary) {
    return spawnSync(binary, ['--version'], { stdio: 'ignore' }).error === undefined;
}

async function start(service) {
    const port = await freePort();
    const child = spawn(service.binary, service.arguments(port, folder), {
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (output += chunk));
    for (const deadline = Date.now() + 15_000; !(await answers(port)); await sleep(50)) {
        if (child.exitCode !== null || Date.now() > deadline) {
            throw new Error(`${service.name} did not start:\n${output}`);
        }
    }
    console.log(`${service.name} answers at ${service.url(port)}`);
    return service.url(port);
}

async function stop(child) {
    if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
    }
}

async function run(command, parameters) {
    const child = spawn(command, parameters, { cwd: root, stdio: 'inherit' });
    // Ctrl-C reaches the child as well: let it end, so that the services are stopped after it.
    process.on('SIGINT', () => undefined);
    const [exitCode] = await once(child, 'exit');
    return exitCode ?? 1;
}

async function freePort() {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    server.close();
    await once(server, 'close');
    return port;
}

function answers(port) {
    return new Promise(resolve => {
        const socket = net.connect(port, '127.0.0.1');
        socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
        socket.once('connect', () => socket.destroy());
    });
}
