import type { IncomingMessage, ServerResponse } from 'node:http';

/** Throws or rejects when the thing it looks at can't be used. */
export type ReadinessCheck = () => Promise<unknown>;

export interface ReadinessReport {
    readonly status: 'ready' | 'starting' | 'draining' | 'unavailable';
    /** By name of the check: `ok`, or what was wrong. */
    readonly checks: Readonly<Record<string, string>>;
}

const CHECK_TIMEOUT_MS = 2_000;

/**
 * Says whether this process may be sent work. It may not before it has started, when something that it needs is
 * away, and once it is shutting down, so that a balancer stops sending before the process stops taking.
 */
export class Readiness {
    private phase: 'starting' | 'running' | 'draining' = 'starting';
    private readonly checks = new Map<string, ReadinessCheck>();
    private readonly dispensable = new Set<string>();

    /**
     * Something without which this process can do nothing useful.
     *
     * @param name - Appears in the report.
     */
    add(name: string, check: ReadinessCheck): this {
        this.checks.set(name, check);
        return this;
    }

    /**
     * Something that this process can do without for a while. It is reported when it is away, but the process stays
     * ready: if every server left its balancer with it, nobody could buy anything.
     */
    addDispensable(name: string, check: ReadinessCheck): this {
        this.dispensable.add(name);
        return this.add(name, check);
    }

    markStarted(): void {
        this.phase = 'running';
    }

    markDraining(): void {
        this.phase = 'draining';
    }

    async report(): Promise<ReadinessReport> {
        if (this.phase !== 'running') {
            return { status: this.phase, checks: {} };
        }
        const results = await Promise.all(
            [...this.checks].map(async ([name, check]) => [name, await outcome(check)] as const),
        );
        const allOk = results.every(([name, result]) => result === 'ok' || this.dispensable.has(name));
        return { status: allOk ? 'ready' : 'unavailable', checks: Object.fromEntries(results) };
    }
}

async function outcome(check: ReadinessCheck): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no answer in ${CHECK_TIMEOUT_MS} ms`)), CHECK_TIMEOUT_MS);
    });
    try {
        await Promise.race([check(), timeout]);
        return 'ok';
    } catch (error) {
        return error instanceof Error ? error.message || error.name : String(error);
    } finally {
        clearTimeout(timer);
    }
}

/** Answers `/healthz` (the process runs) with 200, and `/readyz` with 200 or 503 and the report as JSON. */
export function healthHandler(readiness: Readiness) {
    return async (request: IncomingMessage, response: ServerResponse, next?: () => void): Promise<void> => {
        const path = request.url?.split('?')[0];
        if (path === '/healthz') {
            send(response, 200, { status: 'alive' });
        } else if (path === '/readyz') {
            const report = await readiness.report();
            send(response, report.status === 'ready' ? 200 : 503, report);
        } else if (next) {
            next();
        } else {
            send(response, 404, { status: 'not found' });
        }
    };
}

function send(response: ServerResponse, status: number, body: object): void {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(body));
}
