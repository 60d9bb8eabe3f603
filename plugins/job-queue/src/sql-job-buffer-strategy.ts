import { Injector, Job, JobBufferStorageStrategy, TransactionalConnection } from '@vendure/core';
import type { DataSource } from 'typeorm';
import { BufferedJob } from './buffered-job.entity';

/**
 * Keeps buffered jobs in PostgreSQL, for all servers and workers together. Flushing deletes and returns in one
 * statement, so a job that is buffered meanwhile is neither lost nor, with two who flush, put into its queue twice.
 */
export class SqlJobBufferStrategy implements JobBufferStorageStrategy {
    private dataSource!: DataSource;

    init(injector: Injector): void {
        this.dataSource = injector.get(TransactionalConnection).rawConnection;
    }

    async add(bufferId: string, job: Job<object>): Promise<Job> {
        const { queueName, data, retries } = job;
        await this.dataSource
            .getRepository(BufferedJob)
            .save(new BufferedJob({ bufferId, queueName, data, retries }));
        return job;
    }

    async bufferSize(bufferIds?: string[]): Promise<Record<string, number>> {
        const rows = await this.dataSource.query<Array<{ bufferId: string; size: number }>>(
            `SELECT "bufferId", count(*)::int AS size FROM efi_job_buffer
            WHERE cardinality($1::text[]) = 0 OR "bufferId" = ANY($1) GROUP BY "bufferId"`,
            [bufferIds ?? []],
        );
        return Object.fromEntries(rows.map(row => [row.bufferId, row.size]));
    }

    async flush(bufferIds?: string[]): Promise<Record<string, Job[]>> {
        const [rows] = await this.dataSource.query<[BufferedJob[], number]>(
            `DELETE FROM efi_job_buffer
            WHERE cardinality($1::text[]) = 0 OR "bufferId" = ANY($1) RETURNING *`,
            [bufferIds ?? []],
        );
        const flushed: Record<string, Job[]> = {};
        for (const { bufferId, queueName, data, retries } of rows.sort(
            (a, b) => Number(a.id) - Number(b.id),
        )) {
            (flushed[bufferId] ??= []).push(new Job({ queueName, data, retries }));
        }
        return flushed;
    }
}
