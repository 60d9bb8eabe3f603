import { EntityId, type ID } from '@vendure/core';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Trace } from '../../domain/rules/decide';

export type DecisionState = 'recommended' | 'waiting' | 'applied' | 'rejected' | 'rolled-back' | 'overtaken';

/** What a run decided about one price, and why. Its trace never changes. */
@Entity('efi_price_decision')
@Index('ix_efi_price_decision_run', ['runId', 'id'])
@Index('ix_efi_price_decision_variant', ['variantId', 'channelId', 'currencyCode', 'id'])
@Index('ix_efi_price_decision_state', ['channelId', 'state'])
export class EfiPriceDecision {
    @PrimaryGeneratedColumn({ type: 'bigint', primaryKeyConstraintName: 'pk_efi_price_decision' })
    id!: string;

    @Column('integer')
    runId!: number;

    @Column('timestamptz', { default: () => 'now()' })
    createdAt!: Date;

    @EntityId()
    variantId!: ID;

    @EntityId()
    channelId!: ID;

    @Column('text')
    currencyCode!: string;

    @Column('text')
    state!: DecisionState;

    @Column('integer')
    previousPrice!: number;

    @Column('integer')
    listPrice!: number;

    @Column('integer')
    price!: number;

    /** From when and until when the price holds; a sale has both, others end when nobody renews them. */
    @Column('timestamptz')
    validFrom!: Date;

    @Column('timestamptz')
    validUntil!: Date;

    @Column('boolean')
    isSale!: boolean;

    @Column('timestamptz', { nullable: true })
    appliedAt!: Date | null;

    @Column('text', { nullable: true })
    decidedBy!: string | null;

    @Column('jsonb')
    trace!: Trace;
}
