import { createTestDatabase, freePort, testPostgresUrl } from '@efi/plugin-kit/testing';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyWorkspace, linkOwnPackage } from './workspace-copy';

const run = promisify(execFile);
const NAME = '@efi/gift-note-plugin';
const FOLDER = 'plugins/gift-note';
/** This test's own runner tells its child processes to be its workers, which a runner of their own must not hear. */
const withoutVitest = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$|EFI_TEST_RESULTS)/.test(name)),
);
const REGISTERED = ['package.json', 'tsconfig.json', 'migrations/index.ts', 'src/vendure-config.ts'];

describe('npm run plugin:new gift-note', () => {
    let workspace: string;

    /** Runs a program of the workspace in the copy; rejects with all that it printed when it fails. */
    async function inCopy(program: string, ...args: string[]): Promise<string> {
        try {
            const { stdout } = await run(program, args, {
                cwd: workspace,
                env: { ...withoutVitest, PATH: `${workspace}/node_modules/.bin:${process.env.PATH}` },
            });
            return stdout;
        } catch (error) {
            const { stdout, stderr } = error as { stdout: string; stderr: string };
            throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, { cause: error });
        }
    }

    const generate = (name: string) =>
        inCopy('node', 'scripts/plugin-new/plugin-new.mjs', name, '--no-install');
    const registrations = () =>
        Promise.all(REGISTERED.map(file => readFile(path.join(workspace, file), 'utf8')));

    beforeAll(async () => {
        workspace = await copyWorkspace();
        await generate('gift-note');
        await linkOwnPackage(workspace, NAME, FOLDER);
    });

    afterAll(() => rm(workspace, { recursive: true, force: true }));

    it('leaves nothing of the template behind, in names and in contents', async () => {
        const entries = await readdir(path.join(workspace, FOLDER), { recursive: true, withFileTypes: true });
        const files = entries.filter(entry => entry.isFile());
        expect(files.length).toBeGreaterThan(15);
        for (const file of files) {
            const name = path.join(file.parentPath, file.name);
            expect(`${name}\n${await readFile(name, 'utf8')}`).not.toMatch(/my.?feature|1000000000000/i);
        }
    });

    it('registers the plugin once in each place', async () => {
        const [manifest, tsconfig, migrations, config] = await registrations();
        expect(manifest).toContain(`"${NAME}": "0.1.0"`);
        expect(tsconfig).toContain(`"${NAME}": ["./plugins/gift-note/src/index.ts"]`);
        expect(tsconfig).toContain('{ "path": "./plugins/gift-note" }');
        expect(migrations?.match(/\.\.\.giftNoteMigrations/g)).toHaveLength(1);
        expect(config?.match(/GiftNotePlugin\.init\(\)/g)).toHaveLength(1);
    });

    it.each([
        ['gift-note', 'is there already'],
        ['plugin-kit', 'leave out'],
        ['job-queue', 'is there already'],
        ['Gift', "can't be a plugin's name"],
        ['../gift', "can't be a plugin's name"],
        ['gift-plugin', 'leave out'],
        ['x'.repeat(41), 'at most 40'],
        ['', 'Usage'],
    ])('refuses "%s" in one line and changes nothing', async (name, message) => {
        const untouched = await registrations();
        const failure = await generate(name).catch((error: Error) =>
            error.message.split('\n').filter(Boolean),
        );
        expect(failure).toHaveLength(2);
        expect(failure[1]).toContain(message);
        expect(await registrations()).toEqual(untouched);
    });

    it.each([
        ['formatter', `prettier --check ${FOLDER} ${REGISTERED.join(' ')}`],
        ['compiler', 'tsc -b'],
        ["Dashboard's types", 'node scripts/dashboard-types.mjs'],
        ['linter', `eslint ${FOLDER} migrations/index.ts src/vendure-config.ts`],
        ['dependency rules', `depcruise --config .dependency-cruiser.cjs ${FOLDER}`],
    ])('makes code that passes the %s', async (_, command) => {
        const [program = '', ...args] = command.split(' ');
        await expect(inCopy(program, ...args)).resolves.toBeTypeOf('string');
    });

    it.each([
        ['unit', 6],
        ['integration', 6],
    ])('makes %s tests that pass', async (project, atLeast) => {
        const report = await inCopy('vitest', 'run', '--reporter=json', `--project=${project}`, FOLDER);
        const counts = JSON.parse(report.slice(report.indexOf('{'))) as Record<string, number>;
        expect(counts.numTotalTests).toBeGreaterThanOrEqual(atLeast);
        expect(counts.numPassedTests).toBe(counts.numTotalTests);
    });

    describe('as a tarball in a stock Vendure project', () => {
        let project: string;
        let tarball: string;
        let server: ChildProcess | undefined;
        let url: string;
        let env: NodeJS.ProcessEnv;

        const step = (name: string) => run('node', ['server.cjs', name], { cwd: project, env });

        beforeAll(async () => {
            project = await mkdtemp(path.join(os.tmpdir(), 'efi-stock-'));
            await cp(path.join(__dirname, 'stock-project'), project, { recursive: true });
            const packed = await inCopy(
                'npm',
                'pack',
                '--silent',
                '--workspace',
                NAME,
                '--pack-destination',
                project,
            );
            tarball = path.join(project, packed.trim().split('\n').at(-1) ?? '');
            const version = (name: string) =>
                (createRequire(__filename)(`${name}/package.json`) as { version: string }).version;
            const dependencies = {
                '@vendure/core': version('@vendure/core'),
                pg: version('pg'),
                [NAME]: `file:${tarball}`,
            };
            await writeFile(
                path.join(project, 'package.json'),
                JSON.stringify({ private: true, dependencies }),
            );
            await run(
                'npm',
                ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock'],
                {
                    cwd: project,
                },
            );
            const port = await freePort();
            url = `http://127.0.0.1:${port}`;
            env = {
                ...process.env,
                PORT: String(port),
                DATABASE_URL: await createTestDatabase(testPostgresUrl(), 'generator_stock'),
                VENDURE_DISABLE_TELEMETRY: 'true',
            };
            await step('before');
        });

        afterAll(async () => {
            if (server?.exitCode === null) {
                server.kill();
                await once(server, 'exit');
            }
            await rm(project, { recursive: true, force: true });
        });

        it('has all that publint asks of a package', async () => {
            expect(await inCopy('publint', 'run', tarball, '--strict')).toContain('All good!');
        });

        it('migrates to what the entities say', async () => {
            const { stdout } = await step('migrate');
            expect(stdout).toContain('Successfully ran migration: CreateGiftNoteNotice');
            expect(stdout).not.toContain('does not match');
        });

        it('boots and answers', async () => {
            server = spawn('node', ['server.cjs', 'start'], { cwd: project, env });
            await answers(`${url}/health`, server);
            const login = await query(
                'admin-api',
                `mutation { login(username: "superadmin", password: "superadmin") { __typename } }`,
            );
            const token = login.headers.get('vendure-auth-token') ?? '';
            const published = await query(
                'admin-api',
                `mutation { publishEfiGiftNoteNotice(input: { text: "Hello" }) { __typename } }`,
                token,
            );
            expect(await published.json()).toEqual({
                data: { publishEfiGiftNoteNotice: { __typename: 'EfiGiftNoteNotice' } },
            });
            const shown = await query('shop-api', `{ efiGiftNoteNotices { text endsAt } }`);
            expect(await shown.json()).toEqual({
                data: { efiGiftNoteNotices: [{ text: 'Hello', endsAt: null }] },
            });
        });

        function query(api: string, text: string, token?: string): Promise<Response> {
            return fetch(`${url}/${api}`, {
                method: 'POST',
                headers: {
                    'content-type': 'application/json',
                    ...(token ? { authorization: `Bearer ${token}` } : {}),
                },
                body: JSON.stringify({ query: text }),
            });
        }
    });
});

/** Waits until the address answers, or rejects with what the process behind it printed when that ends first. */
async function answers(url: string, server: ChildProcess): Promise<void> {
    const log: string[] = [];
    server.stdout?.on('data', chunk => log.push(String(chunk)));
    server.stderr?.on('data', chunk => log.push(String(chunk)));
    for (;;) {
        if (server.exitCode !== null) {
            throw new Error(`The server ended with code ${server.exitCode}:\n${log.join('')}`);
        }
        const response = await fetch(url).catch(() => undefined);
        if (response?.ok) {
            return;
        }
        await new Promise(resolve => setTimeout(resolve, 200));
    }
}
