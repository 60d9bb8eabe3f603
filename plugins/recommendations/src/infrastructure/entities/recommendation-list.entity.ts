import { EntityId, type ID } from '@vendure/core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Arm } from '../../domain/attribution/experiment';
import type { Placement } from '../../domain/serving/placement';

/** A list that was shown to somebody who agreed to be counted, and what became of it. Forgotten after a while. */
@Entity('efi_recommendation_list')
@Index('ix_efi_recommendation_list_shown', ['shownAt'])
@Index('ix_efi_recommendation_list_clicked', ['session', 'shownAt'], { where: `clicked <> '{}'` })
export class EfiRecommendationList {
    @PrimaryColumn('varchar', { length: 24, primaryKeyConstraintName: 'pk_efi_recommendation_list' })
    id!: string;

    /** The visit's pseudonym, which changes from time to time. */
    @Column('varchar')
    session!: string;

    @EntityId()
    channelId!: ID;

    @Column('varchar')
    placement!: Placement;

    /** Zero: popularity alone. */
    @Column('integer')
    modelId!: number;

    @Column('integer', { nullable: true })
    experimentId!: number | null;

    @Column('varchar', { nullable: true })
    arm!: Arm | null;

    @Column('timestamp with time zone')
    shownAt!: Date;

    /** Product ids. */
    @Column('integer', { array: true, default: [] })
    clicked!: number[];

    @Column('integer', { array: true, default: [] })
    inCart!: number[];

    @Column('integer', { array: true, default: [] })
    bought!: number[];
}

/** Lists that were shown to everybody else: how often, and nothing about whom. */
@Entity('efi_recommendation_count')
export class EfiRecommendationCount {
    @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_efi_recommendation_count' })
    day!: string;

    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_recommendation_count' })
    channelId!: ID;

    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_recommendation_count' })
    placement!: Placement;

    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_recommendation_count' })
    modelId!: number;

    @Column('integer', { default: 0 })
    shown!: number;

    @Column('integer', { default: 0 })
    clicked!: number;
}
