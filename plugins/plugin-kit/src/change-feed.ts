import { Client, type ClientConfig } from 'pg';

/** How often the feed asks whether it missed anything, in milliseconds. */
const HEARTBEAT = 250;
/** So old may the last proof be that nothing was missed, in milliseconds. */
const LONGEST_SILENCE = 900;
const RECONNECT_AFTER = 500;

export interface ChangeFeedListener {
    /** Nothing was missed before and everything is told from now on; the connection may ask the database. */
    connected(client: Client): Promise<void>;
    /** From now on nothing is told, until `connected` is called again. Also when it could not connect at all. */
    lost(error: unknown): void;
    changed(message: string): void;
}

export interface ChangeFeedOptions {
    /** How the database is reached, past a pooler in transaction mode: see {@link listenConfig}. */
    readonly config: ClientConfig;
    /** Of PostgreSQL's notifications. A name in lower case. */
    readonly channel: string;
    /** In `pg_stat_activity`. */
    readonly applicationName: string;
}

/**
 * Hears what the database tells of changes, on a connection of its own, and knows how sure it can be of having heard
 * all. PostgreSQL delivers the notifications of a commit before it answers whatever is asked afterwards on the same
 * connection: each answer to a question proves that everything which was committed before it was asked has arrived.
 */
export class ChangeFeed {
    private client?: Client;
    private timer?: NodeJS.Timeout;
    private stopped = false;
    private ready = false;
    private confirming?: Promise<void>;
    private askAgain = false;
    /** Commits of this process, and how many of them had been made when the last answered question was asked. */
    private commits = 0;
    private confirmedCommits = 0;
    private confirmedAt = -Infinity;

    constructor(
        private readonly options: ChangeFeedOptions,
        private readonly listener: ChangeFeedListener,
    ) {}

    start(): void {
        void this.connect();
    }

    async stop(): Promise<void> {
        this.stopped = true;
        this.ready = false;
        clearTimeout(this.timer);
        await this.client?.end().catch(() => undefined);
    }

    /** Something was committed by this process: until it was heard of, the feed is not current. */
    committed(): void {
        this.commits++;
        this.confirm();
    }

    /** Whether all was heard that this process committed, and all that others did until a moment ago. */
    isCurrent(): boolean {
        return (
            this.ready &&
            this.commits === this.confirmedCommits &&
            performance.now() - this.confirmedAt < LONGEST_SILENCE
        );
    }

    /** Waits for what is under way. @returns whether the feed is current. */
    async settled(): Promise<boolean> {
        for (let round = 0; round < 3 && this.ready && !this.isCurrent(); round++) {
            this.confirm();
            await this.confirming;
        }
        return this.isCurrent();
    }

    private confirm(): void {
        if (!this.ready || !this.client) {
            return;
        }
        if (this.confirming) {
            this.askAgain = true;
            return;
        }
        this.confirming = this.ask(this.client);
    }

    private async ask(client: Client): Promise<void> {
        do {
            this.askAgain = false;
            const { commits } = this;
            const askedAt = performance.now();
            try {
                await client.query('SELECT 1');
            } catch (error) {
                this.lose(client, error);
                break;
            }
            if (client === this.client) {
                this.confirmedCommits = commits;
                this.confirmedAt = askedAt;
            }
        } while (this.askAgain);
        // In the same breath as the look at askAgain, or a question asked in between would be forgotten.
        this.confirming = undefined;
    }

    private async connect(): Promise<void> {
        const { config, channel, applicationName } = this.options;
        const client = new Client({
            ...config,
            application_name: applicationName,
            keepAlive: true,
            connectionTimeoutMillis: 5_000,
            query_timeout: 3_000,
        });
        this.client = client;
        client.on('error', error => this.lose(client, error));
        client.on('end', () => this.lose(client, new Error('The connection ended.')));
        client.on('notification', ({ payload }) => {
            if (client === this.client && payload) {
                this.listener.changed(payload);
            }
        });
        try {
            await client.connect();
            await client.query(`LISTEN ${channel}`);
            await this.listener.connected(client);
        } catch (error) {
            this.lose(client, error);
            return;
        }
        if (this.stopped || client !== this.client) {
            await client.end().catch(() => undefined);
            return;
        }
        this.ready = true;
        this.beat();
    }

    private beat(): void {
        this.confirm();
        this.timer = setTimeout(() => this.beat(), HEARTBEAT).unref();
    }

    private lose(client: Client, error: unknown): void {
        if (client !== this.client) {
            return;
        }
        this.client = undefined;
        this.ready = false;
        clearTimeout(this.timer);
        this.listener.lost(error);
        client.end().catch(() => undefined);
        if (!this.stopped) {
            this.timer = setTimeout(() => void this.connect(), RECONNECT_AFTER).unref();
        }
    }
}
