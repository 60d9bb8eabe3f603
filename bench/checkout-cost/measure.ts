import { performance } from 'node:perf_hooks';
import { inParallel } from '../../e2e/support/in-parallel';
import type { Contender } from './contenders';
import type { CheckoutTiming } from './guest-checkout';
import { resetStatistics, sqlCost } from '../measuring/statement-statistics';

/** What one contender needed in one round. SQL and processor time are per checkout. */
export interface Sample {
    readonly contender: string;
    readonly round: number;
    readonly connections: number;
    readonly timings: readonly CheckoutTiming[];
    readonly checkoutsPerSecond: number;
    readonly statements: number;
    readonly commits: number;
    readonly sqlMs: number;
    /** Of the server, not of PostgreSQL; NaN where the system does not tell. */
    readonly processorMs: number;
}

/** @param checkouts - How many, one after the other on each connection. */
export async function measure(
    contender: Contender,
    round: number,
    connections: number,
    checkouts: number,
): Promise<Sample> {
    await resetStatistics(contender.database);
    const processorBefore = await contender.processorTimeMs();
    const started = performance.now();
    const timings = await inParallel(Array.from({ length: checkouts }), connections, () =>
        contender.checkOut(),
    );
    const seconds = (performance.now() - started) / 1000;
    const processorMs = (await contender.processorTimeMs()) - processorBefore;
    const sql = await sqlCost(contender.database);
    return {
        contender: contender.name,
        round,
        connections,
        timings,
        checkoutsPerSecond: checkouts / seconds,
        statements: sql.statements / checkouts,
        commits: sql.commits / checkouts,
        sqlMs: sql.timeMs / checkouts,
        processorMs: processorMs / checkouts,
    };
}
