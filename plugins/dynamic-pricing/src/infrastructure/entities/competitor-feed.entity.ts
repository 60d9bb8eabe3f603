import { EntityId, type ID } from '@vendure/core';
import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { RejectedRow } from '../../domain/imports/price-rows';

/** An address from which competitors' prices are fetched as CSV. */
@Entity('efi_competitor_feed')
export class EfiCompetitorFeed {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_competitor_feed' })
    id!: number;

    @CreateDateColumn({ type: 'timestamptz' })
    createdAt!: Date;

    @EntityId()
    channelId!: ID;

    @Column('text')
    name!: string;

    @Column('text')
    url!: string;

    @Column('text')
    currencyCode!: string;

    /** For a feed whose rows do not name one. */
    @Column('text', { nullable: true })
    competitor!: string | null;

    @Column('boolean', { default: true })
    enabled!: boolean;

    @Column('timestamptz', { nullable: true })
    lastTriedAt!: Date | null;

    /** Of the last delivery that was taken. */
    @Column('timestamptz', { nullable: true })
    lastGoodAt!: Date | null;

    @Column('integer', { default: 0 })
    lastGoodRows!: number;

    /** Why the last delivery was not taken; null when it was. */
    @Column('text', { nullable: true })
    lastProblem!: string | null;

    /** Of the last delivery, the first ones. */
    @Column('jsonb', { default: () => `'[]'` })
    rejectedRows!: RejectedRow[];
}
