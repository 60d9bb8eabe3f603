import { EntityId, type ID } from '@vendure/core';
import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { PricingMode } from '../../application/pricing-mode';

export type RunState = 'pending' | 'running' | 'completed' | 'cancelled' | 'failed' | 'rolled-back';

/** One pass over the prices of a channel and currency. */
@Entity('efi_pricing_run')
@Index('ix_efi_pricing_run_channel', ['channelId', 'createdAt'])
export class EfiPricingRun {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_pricing_run' })
    id!: number;

    @CreateDateColumn({ type: 'timestamptz' })
    createdAt!: Date;

    @EntityId()
    channelId!: ID;

    @Column('text')
    currencyCode!: string;

    @Column('text')
    mode!: PricingMode;

    @Column('text', { default: 'pending' })
    state!: RunState;

    /** Who asked: an administrator's identifier, or `schedule`. */
    @Column('text')
    startedBy!: string;

    @Column('timestamptz', { nullable: true })
    endedAt!: Date | null;

    @Column('boolean', { default: false })
    isCancelRequested!: boolean;

    @Column('integer', { default: 0 })
    totalVariants!: number;

    @Column('integer', { default: 0 })
    doneVariants!: number;

    @Column('integer', { default: 0 })
    changedPrices!: number;

    @Column('integer', { default: 0 })
    heldPrices!: number;

    @Column('text', { nullable: true })
    error!: string | null;
}
