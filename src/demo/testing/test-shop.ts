import { createTestDatabase, freePort, testPostgresUrl } from '@efi/plugin-kit/testing';
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { projectRoot } from '../../project-root';
import type { ProgressMessage } from '../progress';

export interface Outcome {
    readonly code: number | null;
    readonly signal: string | null;
    readonly errors: string;
}

/** A row by its table and a condition on `NEW`. */
interface HeldRow {
    readonly table: string;
    readonly when: string;
}

interface RequestOptions {
    readonly variables?: object;
    readonly token?: string;
    readonly market?: string;
    readonly language?: string;
}

const loginMutation =
    'mutation ($username: String!, $password: String!) { login(username: $username, password: $password) { __typename } }';

const holdRow = ({ table, when }: HeldRow) => `
    SELECT pg_advisory_lock(1);
    CREATE FUNCTION hold_row() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NEW; END $$;
    CREATE TRIGGER hold_row BEFORE INSERT ON "${table}" FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION hold_row()`;

/** A database of its own, the demo's commands that fill it, and a server that shows it: all as they are in real life. */
export class TestShop {
    private constructor(
        readonly database: Client,
        private readonly env: NodeJS.ProcessEnv,
        private readonly dataDir: string,
    ) {}

    static async create(databaseName: string): Promise<TestShop> {
        execFileSync('npx', ['tsc', '-b'], { cwd: projectRoot });
        const dataDir = await mkdtemp(path.join(os.tmpdir(), 'efi-demo-'));
        const url = await createTestDatabase(testPostgresUrl(), databaseName);
        const database = new Client({ connectionString: url });
        await database.connect();
        const env = {
            ...process.env,
            NODE_ENV: 'production',
            EFI_MODE: 'demo',
            DATABASE_URL: url,
            DATABASE_OWNER_URL: url,
            DATA_DIR: dataDir,
            PORT: String(await freePort()),
            WORKER_HEALTH_PORT: String(await freePort()),
        };
        return new TestShop(database, env, dataDir);
    }

    async destroy(): Promise<void> {
        await this.database.end();
        await rm(this.dataDir, { recursive: true, force: true });
    }

    /** Runs one of the demo's commands to its end. */
    run(command: 'index' | 'large', more: NodeJS.ProcessEnv = {}): Promise<Outcome> {
        return this.outcomeOf(this.fork(`demo/${command}.js`, more));
    }

    /**
     * Runs the demo and kills it at a step, however late the kill comes: the row that the step writes is held back
     * until the process is gone.
     */
    async killAt(step: number, row: HeldRow): Promise<Outcome> {
        const child = this.fork('demo/index.js');
        let held: Promise<unknown> = Promise.resolve();
        child.on('message', message => {
            const { done } = message as ProgressMessage;
            if (done === 1) {
                held = this.database.query(holdRow(row));
            } else if (done === step) {
                void held.then(() => child.kill('SIGKILL'));
            }
        });
        const outcome = await this.outcomeOf(child);
        await this.database.query(`SELECT pg_advisory_unlock(1); DROP FUNCTION hold_row CASCADE`);
        return outcome;
    }

    private async outcomeOf(child: ChildProcess): Promise<Outcome> {
        let errors = '';
        child.stderr?.on('data', chunk => (errors += String(chunk)));
        const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
        return { code, signal, errors };
    }

    /** Starts the server or the worker. @returns What stops it and waits until it is gone. */
    async start(program: 'index' | 'index-worker'): Promise<() => Promise<void>> {
        const child = this.fork(`${program}.js`);
        await Promise.race([
            once(child, 'message'),
            once(child, 'exit').then(() => Promise.reject(new Error(`${program} did not start.`))),
        ]);
        return async () => {
            child.kill('SIGTERM');
            await once(child, 'exit');
        };
    }

    async count(table: string): Promise<number> {
        const { rows } = await this.database.query<{ count: number }>(
            `SELECT count(*)::int AS count FROM "${table}"`,
        );
        return rows[0]?.count ?? -1;
    }

    async phase(): Promise<string | undefined> {
        const { rows } = await this.database.query<{ value: string }>(
            `SELECT value FROM settings_store_entry WHERE key = 'efiDemo.phase'`,
        );
        return rows[0]?.value;
    }

    /** @returns What the API answered, and the session's token when it began one. */
    async ask<T>(
        api: 'shop-api' | 'admin-api',
        query: string,
        { variables = {}, token, market, language = 'en' }: RequestOptions = {},
    ): Promise<{ data: T; token: string }> {
        const response = await fetch(`http://127.0.0.1:${this.env.PORT}/${api}?languageCode=${language}`, {
            method: 'POST',
            headers: {
                'content-type': 'application/json',
                ...(market ? { 'vendure-token': market } : {}),
                ...(token ? { authorization: `Bearer ${token}` } : {}),
            },
            body: JSON.stringify({ query, variables }),
        });
        const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
        if (errors) {
            throw new Error(`The ${api} refused ${query}: ${JSON.stringify(errors)}`);
        }
        return { data, token: response.headers.get('vendure-auth-token') ?? '' };
    }

    async signIn(api: 'shop-api' | 'admin-api', username: string, password: string): Promise<string> {
        const { token } = await this.ask(api, loginMutation, { variables: { username, password } });
        return token;
    }

    private fork(file: string, more: NodeJS.ProcessEnv = {}): ChildProcess {
        return fork(path.join(projectRoot, 'dist/src', file), {
            env: { ...this.env, ...more },
            silent: true,
        });
    }
}
