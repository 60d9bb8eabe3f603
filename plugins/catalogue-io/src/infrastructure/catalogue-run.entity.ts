import { EntityId, type ID } from '@vendure/core';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { EfiCatalogueTrial } from './import-trial.entity';

export type FileFormat = 'CSV' | 'JSON_LINES';
export type RunState = 'WAITING' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';

/** An import of one file, and how far it is. What it has done is counted in the transaction that does it. */
@Entity('efi_catalogue_run')
@Index('ix_efi_catalogue_run_channel', ['channelId', 'createdAt'])
export class EfiCatalogueRun {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_catalogue_run' })
    id!: number;

    @Column('timestamp with time zone', { default: () => 'now()' })
    createdAt!: Date;

    @Column('timestamp with time zone', { nullable: true })
    startedAt!: Date | null;

    @Column('timestamp with time zone', { nullable: true })
    endedAt!: Date | null;

    @Column('varchar')
    state!: RunState;

    @Column('varchar')
    fileName!: string;

    @Column('varchar')
    format!: FileFormat;

    @Column('boolean')
    dryRun!: boolean;

    @EntityId()
    channelId!: ID;

    /** Of columns that name no language. */
    @Column('varchar')
    languageCode!: string;

    /** How often it was taken up. Who did so last carries it out, and nobody else. */
    @Column('integer', { default: 0 })
    attempt!: number;

    /** Size of the file. */
    @Column('integer', { default: 0 })
    bytes!: number;

    /** Of the file, up to the last batch that was committed. */
    @Column('integer', { default: 0 })
    bytesRead!: number;

    /** Products of the file that are done with, good and bad: a run that is taken up again begins after them. */
    @Column('integer', { default: 0 })
    position!: number;

    @Column('integer', { default: 0 })
    created!: number;

    @Column('integer', { default: 0 })
    updated!: number;

    @Column('integer', { default: 0 })
    unchanged!: number;

    /** Products that were not taken at all. */
    @Column('integer', { default: 0 })
    refused!: number;

    /** Also of those that are too many to be kept. */
    @Column('integer', { default: 0 })
    problemCount!: number;

    /** Why it failed. */
    @Column('text', { nullable: true })
    error!: string | null;
}

/** A piece of a file, until its import ends: in the database, where the worker finds it on whatever machine. */
@Entity('efi_catalogue_chunk')
export class EfiCatalogueChunk {
    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_catalogue_chunk' })
    runId!: number;

    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_catalogue_chunk' })
    position!: number;

    @Column('bytea')
    content!: Buffer;
}

/** A row that was not taken, or not wholly. */
@Entity('efi_catalogue_problem')
@Index('ix_efi_catalogue_problem_run', ['runId', 'line'])
export class EfiCatalogueProblem {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_catalogue_problem' })
    id!: number;

    @Column('integer')
    runId!: number;

    @Column('integer')
    line!: number;

    @Column('text')
    reason!: string;

    @Column('boolean', { default: false })
    isWarning!: boolean;
}

export const catalogueEntities = [EfiCatalogueRun, EfiCatalogueChunk, EfiCatalogueProblem, EfiCatalogueTrial];
