import { JobState } from '@vendure/common/lib/generated-types';
import { ID, Job } from '@vendure/core';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { QueuedJob } from './queued-job.entity';

/** A job as a worker holds it. The token is new for each run and proves that the job is still its own. */
export interface Lease {
    readonly job: Job;
    readonly token: string;
    readonly workerDeaths: number;
}

/** Columns that an outcome may write. */
export type JobOutcome = Partial<
    Pick<QueuedJob, 'state' | 'progress' | 'result' | 'error' | 'settledAt' | 'isSettled' | 'attempts'>
>;

/**
 * The statements on `efi_job`. Each is one statement, so each is atomic without a transaction around it, and all
 * times are PostgreSQL's, so the clocks of servers and workers need not agree.
 */
export class JobStore {
    constructor(
        private readonly dataSource: DataSource,
        private readonly leaseSeconds: number,
        private readonly worker: string,
    ) {}

    /**
     * Takes the oldest free job of a queue. `SKIP LOCKED` lets several workers take different jobs at the same
     * moment; a job that was RUNNING and is free again is one that a dead worker left.
     */
    async claim(queueName: string): Promise<Lease | undefined> {
        const token = randomUUID();
        const [rows] = await this.dataSource.query<[QueuedJob[], number]>(
            `UPDATE efi_job SET
                state = 'RUNNING',
                attempts = attempts + (state <> 'RUNNING')::int,
                "workerDeaths" = "workerDeaths" + (state = 'RUNNING')::int,
                "startedAt" = now(),
                "updatedAt" = now(),
                "leaseToken" = $2,
                "heldUntil" = now() + make_interval(secs => $3),
                "heldBy" = $4
            WHERE id = (
                SELECT id FROM efi_job
                WHERE "queueName" = $1 AND "isSettled" = false AND ("heldUntil" IS NULL OR "heldUntil" <= now())
                ORDER BY "createdAt", id
                LIMIT 1
                FOR UPDATE SKIP LOCKED
            )
            RETURNING *`,
            [queueName, token, this.leaseSeconds, this.worker],
        );
        const row = rows[0];
        return row && { job: toJob(row), token, workerDeaths: row.workerDeaths };
    }

    /** Those of the queues that have a free job. */
    async withWork(queueNames: readonly string[]): Promise<string[]> {
        const rows = await this.dataSource.query<{ name: string }[]>(
            `SELECT name FROM unnest($1::text[]) AS name WHERE EXISTS (
                SELECT FROM efi_job
                WHERE "queueName" = name AND "isSettled" = false
                    AND ("heldUntil" IS NULL OR "heldUntil" <= now()))`,
            [queueNames],
        );
        return rows.map(row => row.name);
    }

    /** Extends leases. Answers with the tokens that still hold; the others' jobs were cancelled or taken over. */
    async renew(tokens: readonly string[]): Promise<Set<string>> {
        const [rows] = await this.dataSource.query<[{ leaseToken: string }[], number]>(
            `UPDATE efi_job SET "heldUntil" = now() + make_interval(secs => $2)
            WHERE "leaseToken" = ANY($1::uuid[]) RETURNING "leaseToken"`,
            [tokens, this.leaseSeconds],
        );
        return new Set(rows.map(row => row.leaseToken));
    }

    /** Writes how far a run has come, unless the job is no longer its own. */
    async saveProgress(token: string, progress: number): Promise<void> {
        await this.dataSource.query(
            `UPDATE efi_job SET progress = $2, "updatedAt" = now() WHERE "leaseToken" = $1`,
            [token, Math.round(progress)],
        );
    }

    /**
     * Ends a run: writes its outcome and gives the lease back, unless the job is no longer its own.
     *
     * @param pauseMs - How long nobody may take the job, when it is to be tried again.
     * @returns Whether the outcome counts.
     */
    async end(token: string, outcome: JobOutcome, pauseMs = 0): Promise<boolean> {
        const result = await this.dataSource
            .createQueryBuilder()
            .update(QueuedJob)
            .set({
                ...(outcome as object),
                leaseToken: null,
                heldUntil: () => (outcome.isSettled ? 'NULL' : 'now() + make_interval(secs => :pause)'),
            })
            .where('"leaseToken" = :token', { token, pause: pauseMs / 1000 })
            .execute();
        return result.affected === 1;
    }

    /** Cancels an open job, whether it waits or runs. Its worker notices when it next renews the lease. */
    async cancel(id: ID): Promise<void> {
        await this.dataSource.query(
            `UPDATE efi_job SET state = 'CANCELLED', "isSettled" = true, "settledAt" = now(), "updatedAt" = now(),
                "leaseToken" = NULL, "heldUntil" = NULL
            WHERE id = $1 AND "isSettled" = false`,
            [id],
        );
    }
}

/** What a job's present state means for its row. */
export function outcomeOf(job: Job): JobOutcome {
    const settled = [JobState.COMPLETED, JobState.FAILED, JobState.CANCELLED].includes(job.state);
    return {
        state: job.state,
        progress: Math.round(job.progress),
        result: job.result as unknown,
        error: (job.error as string | undefined) ?? null,
        settledAt: settled ? (job.settledAt ?? new Date()) : null,
        isSettled: settled,
    };
}

export function toJob(row: QueuedJob): Job {
    return new Job({
        ...row,
        startedAt: row.startedAt ?? undefined,
        settledAt: row.settledAt ?? undefined,
    });
}
