import { freePort } from '@efi/plugin-kit/testing';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);
const HOW_TO =
    'It needs a JDK 21 or later and Maven, e.g. `apt-get install maven` and a JDK from adoptium.net.';

export interface OpenSearch {
    readonly url: string;
    stop(): Promise<void>;
}

/**
 * Starts a real OpenSearch 3 from Maven Central on a free port of loopback.
 *
 * @throws Error that says what is missing on this machine.
 */
export async function startOpenSearch(): Promise<OpenSearch> {
    const java = await findJava(21);
    const libraries = path.join(os.tmpdir(), 'efi-opensearch-3.5.0.0');
    await run('mvn', [
        '-q',
        '-B',
        '-f',
        path.join(__dirname, 'pom.xml'),
        'dependency:copy-dependencies',
        `-DoutputDirectory=${libraries}`,
    ]).catch((error: Error) => {
        throw new Error(`Maven could not fetch OpenSearch: ${error.message} ${HOW_TO}`);
    });
    const folder = await mkdtemp(path.join(os.tmpdir(), 'efi-opensearch-data-'));
    const port = await freePort();
    const child = spawn(
        java,
        [
            '-Xmx512m',
            '-cp',
            path.join(libraries, '*'),
            path.join(__dirname, 'OpenSearchForTests.java'),
            folder,
            String(port),
        ],
        { stdio: ['pipe', 'pipe', 'ignore'] },
    );
    const ended = once(child, 'close');
    const lines = createInterface({ input: child.stdout });
    const ready = (async () => {
        for await (const line of lines) if (line.includes('READY')) return;
        throw new Error('OpenSearch ended before it was ready.');
    })();
    await ready;
    lines.resume();
    return {
        url: `http://127.0.0.1:${port}`,
        stop: async () => {
            child.stdin.end();
            await ended;
            await rm(folder, { recursive: true, force: true });
        },
    };
}

/** The newest of JAVA_HOME, the JDKs that Linux distributions put in one place, and the one on the PATH. */
async function findJava(atLeast: number): Promise<string> {
    const jdks = '/usr/lib/jvm';
    const homes = [
        process.env.JAVA_HOME,
        ...(existsSync(jdks) ? readdirSync(jdks).map(name => path.join(jdks, name)) : []),
    ];
    const candidates = [
        ...homes.filter(home => home !== undefined).map(home => path.join(home, 'bin/java')),
        'java',
    ];
    for (const java of candidates.filter(candidate => candidate === 'java' || existsSync(candidate))) {
        const version = await run(java, ['-version']).then(
            ({ stderr }) => Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0),
            () => 0,
        );
        if (version >= atLeast) return java;
    }
    throw new Error(`No Java ${atLeast} or later was found for OpenSearch. ${HOW_TO}`);
}
