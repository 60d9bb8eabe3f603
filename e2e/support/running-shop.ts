import {
    createTestDatabase,
    freePort,
    giveToApplicationRole,
    testPostgresUrl,
} from '@efi/plugin-kit/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import { type AppProcess, startApp, startScript } from './app-process';
import { GraphQlClient } from './graphql-client';
import { Merchant } from './merchant';
import { connectTo } from './own-postgres';
import { roundRobin, type RoundRobin } from './round-robin';
import { type RunningSandbox, startSandbox } from './sandbox-process';
import { setUpSmallShop } from './small-shop';

export interface ShopOptions {
    /** Of its database. */
    readonly name: string;
    /** PostgreSQL's superuser. Default: that of the test run. */
    readonly postgresUrl?: string;
    /** Default: 2. */
    readonly servers?: number;
    /** Default: 1. */
    readonly workers?: number;
    /** Whether the plugins that guard orders and payments take part. Default: true. */
    readonly guards?: boolean;
    /** Whether it is Vendure as its installer leaves it, without anything of this project. Default: false. */
    readonly stock?: boolean;
    /** Whether its servers split orders between sellers. Default: false, unless the plugins are left out. */
    readonly sellers?: boolean;
    /** A provider that serves several shops and is stopped by its owner. Default: one of its own. */
    readonly sandbox?: RunningSandbox;
    readonly env?: Readonly<Record<string, string>>;
}

/** A server of the shop, which may be killed and started again on the same port. */
export interface ShopServer {
    readonly address: string;
    /** Of the running process. */
    pid(): number;
    kill(): Promise<void>;
    start(): Promise<void>;
    output(): string;
}

/** A whole shop of real processes: servers, workers, the sandbox provider and a database of its own. */
export class RunningShop {
    private readonly processes = new Set<AppProcess>();
    private readonly workers = new Set<AppProcess>();
    readonly servers: ShopServer[] = [];
    database!: Client;
    databaseUrl = '';
    sandbox!: RunningSandbox;
    merchant!: Merchant;
    /** Ids of the three places that hold stock. */
    locations: readonly string[] = [];
    private folder = '';
    private balancer: RoundRobin | undefined;

    private constructor(private readonly options: ShopOptions) {}

    static async open(options: ShopOptions): Promise<RunningShop> {
        const shop = new RunningShop(options);
        try {
            await shop.start();
            return shop;
        } catch (error) {
            await shop.close();
            throw error;
        }
    }

    private async start(): Promise<void> {
        const {
            name,
            postgresUrl = testPostgresUrl(),
            servers = 2,
            workers = 1,
            stock = false,
            guards = !stock,
        } = this.options;
        const url = await createTestDatabase(postgresUrl, `${name}_${Date.now()}`);
        this.databaseUrl = url;
        this.database = await connectTo(url);
        this.folder = await mkdtemp(path.join(os.tmpdir(), 'efi-shop-'));
        const ports = await Promise.all(Array.from({ length: servers }, freePort));
        this.balancer = await roundRobin(ports);
        this.sandbox =
            this.options.sandbox ?? (await startSandbox(`${this.balancer.url}/payments/webhooks/sandbox`));
        const env: Record<string, string> = {
            // As in production; a server without our plugins does not say for whom it asks, and would see nothing.
            DATABASE_URL: guards ? await giveToApplicationRole(url) : url,
            DATABASE_OWNER_URL: url,
            DATA_DIR: this.folder,
            ...this.sandbox.env,
            ...(guards ? {} : { WITHOUT_GUARDS: '1' }),
            ...(stock ? { SUPERADMIN_PASSWORD: 'of-a-comparison' } : {}),
            ...this.options.env,
        };
        for (const port of ports) {
            this.servers.push(await this.startServer({ ...env, PORT: String(port) }));
        }
        await Promise.all(
            Array.from({ length: workers }, async () => {
                const health = { WORKER_HEALTH_PORT: String(await freePort()) };
                const worker = stock
                    ? await startScript('e2e/support/stock-server.mjs', { ...env, STOCK_WORKER: '1' })
                    : await startApp('index-worker', { ...env, ...health });
                this.processes.add(worker);
                this.workers.add(worker);
            }),
        );
        const adminApi = `${this.servers[0]?.address}/admin-api`;
        const password = env.SUPERADMIN_PASSWORD;
        await setUpSmallShop(adminApi, password);
        this.merchant = await Merchant.signIn(adminApi, password);
        if (guards) {
            await this.merchant.addPaymentMethod('sandbox', 'efi-gateway', {
                gateways: '["sandbox"]',
                captureMode: 'automatic',
            });
        }
        this.locations = await this.merchant.addStockLocations(['North', 'South']);
    }

    private async startServer(env: Record<string, string>): Promise<ShopServer> {
        const { stock, guards, sellers } = this.options;
        const start = () => {
            if (stock) {
                return startScript('e2e/support/stock-server.mjs', env);
            }
            return guards === false || sellers
                ? startScript('e2e/support/altered-server.mjs', env)
                : startApp('index', env);
        };
        let current = await start();
        this.processes.add(current);
        return {
            address: `http://127.0.0.1:${env.PORT}`,
            pid: () => current.pid,
            output: () => current.output(),
            kill: async () => {
                current.signal('SIGKILL');
                await current.ended();
                this.processes.delete(current);
            },
            start: async () => {
                current = await start();
                this.processes.add(current);
            },
        };
    }

    /**
     * Somebody at the Shop API.
     *
     * @param n - Visitors spread over the servers by this.
     * @param token - Of a session that exists.
     */
    visitor(n = 0, token?: string): GraphQlClient {
        const server = this.servers[n % this.servers.length];
        return new GraphQlClient(`${server?.address}/shop-api`, token);
    }

    /** Ends them for good, so that what they do beside is not measured. Jobs wait from then on. */
    async stopWorkers(): Promise<void> {
        for (const worker of this.workers) {
            worker.signal('SIGTERM');
            await worker.ended();
            this.processes.delete(worker);
        }
        this.workers.clear();
    }

    /** Opens the test's own connection again, after PostgreSQL went away. */
    async reconnect(): Promise<void> {
        await this.database.end().catch(() => undefined);
        this.database = await connectTo(this.databaseUrl);
    }

    /** The merchant's session, at one of the servers. */
    merchantAt(n: number): GraphQlClient {
        const server = this.servers[n % this.servers.length];
        return this.merchant.client.at(`${server?.address}/admin-api`);
    }

    async close(): Promise<void> {
        this.balancer?.close();
        const crashed = await crashedOf([...this.processes]);
        this.processes.forEach(app => app.signal('SIGTERM'));
        await Promise.all([...this.processes].map(app => app.ended()));
        if (!this.options.sandbox) {
            await this.sandbox?.stop();
        }
        await this.database?.end();
        await rm(this.folder, { recursive: true, force: true });
        if (crashed.length > 0) {
            throw new Error(`A process of the shop had ended by itself: ${crashed.join('\n')}`);
        }
    }
}

/** What those said last that have ended: a fault of theirs would else look like one of what they serve. */
async function crashedOf(processes: readonly AppProcess[]): Promise<string[]> {
    const codes = await Promise.all(processes.map(app => Promise.race([app.ended(), Promise.resolve()])));
    return processes.filter((_, n) => codes[n] !== undefined).map(app => app.output().slice(-4_000));
}
