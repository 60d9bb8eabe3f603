import type { JobState } from '@vendure/common/lib/generated-types';
import { DeepPartial, VendureEntity } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';

/**
 * A job, from the moment it is asked for until it is cleaned up.
 *
 * A job is open until it settles (COMPLETED, FAILED or CANCELLED), and an open job is free unless it is held. Who
 * takes it holds it for the length of a lease; a job that failed and will be tried again is held by nobody until its
 * pause is over. So one rule covers new jobs, retries and the jobs of dead workers: `heldUntil` is empty or past.
 */
@Entity('efi_job')
@Index('efi_job_open', ['queueName', 'createdAt', 'id'], { where: '"isSettled" = false' })
@Index('efi_job_settled', ['settledAt'], { where: '"isSettled" = true' })
@Index('efi_job_lease', ['leaseToken'], { where: '"leaseToken" IS NOT NULL' })
export class QueuedJob extends VendureEntity {
    constructor(input?: DeepPartial<QueuedJob>) {
        super(input);
    }

    @Column('varchar')
    queueName!: string;

    // `json` and not `jsonb`: payloads come back as they were written, key order and all.
    @Column('json')
    data!: object;

    @Column('varchar')
    state!: JobState;

    /** 0 to 100. */
    @Column('integer', { default: 0 })
    progress!: number;

    @Column('json', { nullable: true })
    result!: unknown;

    @Column('text', { nullable: true })
    error!: string | null;

    @Column('timestamptz', { nullable: true })
    startedAt!: Date | null;

    @Column('timestamptz', { nullable: true })
    settledAt!: Date | null;

    @Column('boolean', { default: false })
    isSettled!: boolean;

    /** How often it may be tried again after it failed. */
    @Column('integer', { default: 0 })
    retries!: number;

    /** How often it was begun, not counting what a dead worker left behind. */
    @Column('integer', { default: 0 })
    attempts!: number;

    /** How often the worker that ran it went away without a word. */
    @Column('integer', { default: 0 })
    workerDeaths!: number;

    /** Nobody takes the job before this time, by PostgreSQL's clock. */
    @Column('timestamptz', { nullable: true })
    heldUntil!: Date | null;

    /** Of the run that holds the job. Only who knows it may write the outcome. */
    @Column('uuid', { nullable: true })
    leaseToken!: string | null;

    /** Host and process of the worker that took the job last, for people who look at the table. */
    @Column('text', { nullable: true })
    heldBy!: string | null;
}
