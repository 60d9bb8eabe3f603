import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Logger } from '@vendure/core';
import { randomUUID } from 'node:crypto';
import type { CircuitName } from '../application/ports/provider-calls.port';
import { CallWindow } from '../domain/call-window';
import { IntentDatabase } from './intent-database';
import { loggerCtx } from './logger-context';
import type { FinishedCall, ProviderCallObserver } from './provider-call-observer';

/** How a provider fares, by what all processes last said. */
export interface GatewayHealth {
    readonly gateway: string;
    /** `open` while at least one process makes no calls. */
    readonly circuit: CircuitName;
    /** In the last quarter of an hour. */
    readonly calls: number;
    /** Those of them that the provider did not answer. */
    readonly failures: number;
    readonly averageMs: number;
    readonly lastError?: string;
    readonly lastErrorAt?: Date;
}

interface Observed {
    readonly window: CallWindow;
    circuit: CircuitName;
    lastError?: { readonly message: string; readonly at: Date };
    /** Something to write since the last time. */
    isDirty: boolean;
}

/** Written this often, and at once when a circuit changes. */
const WRITE_MS = 10_000;
/** Without a word for this long, a process is taken for gone. Longer than the window that it counts over. */
const GONE_AFTER = `interval '16 minutes'`;

/** Keeps how providers fare where every process can read it: the one that serves the Dashboard makes few calls itself. */
@Injectable()
export class GatewayHealthService implements ProviderCallObserver, OnModuleInit, OnApplicationShutdown {
    private readonly instance = randomUUID();
    private readonly observed = new Map<string, Observed>();
    private timer: NodeJS.Timeout | undefined;

    constructor(private readonly database: IntentDatabase) {}

    onModuleInit(): void {
        this.timer = setInterval(() => this.writeInBackground(), WRITE_MS).unref();
    }

    onApplicationShutdown(): void {
        clearInterval(this.timer);
    }

    onFinished({ gateway, outcome, milliseconds, error }: FinishedCall): void {
        const observed = this.of(gateway);
        const hasFailed = outcome === 'unreachable' || outcome === 'unknown';
        observed.window.add(Date.now(), milliseconds, hasFailed);
        if (hasFailed && error) {
            observed.lastError = { message: error.message, at: new Date() };
        }
        observed.isDirty = true;
    }

    onRetry(): void {
        // The call that is made again counts once, when it is finished.
    }

    onCircuitChange(gateway: string, state: CircuitName): void {
        Object.assign(this.of(gateway), { circuit: state, isDirty: true });
        this.writeInBackground();
    }

    async read(): Promise<readonly GatewayHealth[]> {
        await this.write();
        const rows = await this.database.query<
            GatewayHealth & { lastError: string | null; lastErrorAt: Date | null }
        >(READ, []);
        return rows.map(row => ({
            ...row,
            lastError: row.lastError ?? undefined,
            lastErrorAt: row.lastErrorAt ?? undefined,
        }));
    }

    private of(gateway: string): Observed {
        const observed = this.observed.get(gateway) ?? {
            window: new CallWindow(),
            circuit: 'closed' as const,
            isDirty: false,
        };
        this.observed.set(gateway, observed);
        return observed;
    }

    /** The figures are for people to look at: losing some is no reason to fail a payment. */
    private writeInBackground(): void {
        this.write().catch((error: unknown) => {
            Logger.warn(`The health of payment providers was not stored: ${String(error)}`, loggerCtx);
        });
    }

    private async write(): Promise<void> {
        for (const [gateway, observed] of this.observed) {
            if (observed.isDirty) {
                observed.isDirty = false;
                const { calls, failures, averageMs } = observed.window.statistics(Date.now());
                await this.database.query(WRITE, [
                    gateway,
                    this.instance,
                    observed.circuit,
                    calls,
                    failures,
                    averageMs,
                    observed.lastError?.message ?? null,
                    observed.lastError?.at ?? null,
                ]);
            }
        }
    }
}

/** Takes the opportunity to remove processes that are gone. */
const WRITE = `
    WITH gone AS (
        DELETE FROM efi_payment_gateway_health WHERE instance <> $2 AND "seenAt" < now() - ${GONE_AFTER}
    )
    INSERT INTO efi_payment_gateway_health
           (gateway, instance, circuit, calls, failures, "averageMs", "lastError", "lastErrorAt", "seenAt")
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())
    ON CONFLICT (gateway, instance) DO UPDATE
       SET circuit = excluded.circuit, calls = excluded.calls, failures = excluded.failures,
           "averageMs" = excluded."averageMs", "lastError" = excluded."lastError",
           "lastErrorAt" = excluded."lastErrorAt", "seenAt" = excluded."seenAt"`;

const READ = `
    SELECT gateway,
           CASE WHEN bool_or(circuit = 'open') THEN 'open'
                WHEN bool_or(circuit = 'half-open') THEN 'half-open' ELSE 'closed' END AS circuit,
           sum(calls)::integer AS calls, sum(failures)::integer AS failures,
           (sum(calls::bigint * "averageMs") / greatest(sum(calls), 1))::integer AS "averageMs",
           (array_agg("lastError" ORDER BY "lastErrorAt" DESC NULLS LAST))[1] AS "lastError",
           max("lastErrorAt") AS "lastErrorAt"
      FROM efi_payment_gateway_health
     WHERE "seenAt" >= now() - ${GONE_AFTER}
     GROUP BY gateway`;
