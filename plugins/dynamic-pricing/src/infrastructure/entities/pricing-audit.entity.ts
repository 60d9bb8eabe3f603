import { EntityId, type ID } from '@vendure/core';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who did what. Append-only for the application. */
@Entity('efi_pricing_audit')
@Index('ix_efi_pricing_audit_channel', ['channelId', 'id'])
export class EfiPricingAudit {
    @PrimaryGeneratedColumn({ type: 'bigint', primaryKeyConstraintName: 'pk_efi_pricing_audit' })
    id!: string;

    @Column('timestamptz', { default: () => 'clock_timestamp()' })
    at!: Date;

    @EntityId()
    channelId!: ID;

    /** An administrator's identifier, or `engine`. */
    @Column('text')
    actor!: string;

    /** Such as `rule.updated`, `run.rolled-back`, `price.changed`. */
    @Column('text')
    action!: string;

    @Column('jsonb')
    details!: Record<string, unknown>;
}
