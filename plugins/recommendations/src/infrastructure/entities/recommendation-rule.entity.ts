import { EntityId, type ID } from '@vendure/core';
import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn, UpdateDateColumn } from 'typeorm';
import type { Placement } from '../../domain/serving/placement';
import type { Rule, RuleAction, RuleTarget } from '../../domain/serving/rule';

/** A merchandiser's {@link Rule} in one channel. */
@Entity('efi_recommendation_rule')
@Index('ix_efi_recommendation_rule_channel', ['channelId'])
export class EfiRecommendationRule implements Rule {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_recommendation_rule' })
    id!: number;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @UpdateDateColumn({ type: 'timestamp with time zone' })
    updatedAt!: Date;

    @EntityId()
    channelId!: ID;

    @Column('varchar')
    action!: RuleAction;

    @Column('varchar')
    target!: RuleTarget;

    /** Of the product, collection or facet value, null for everything. No foreign key: a rule about what is gone does nothing. */
    @Column('integer', { nullable: true })
    targetId!: number | null;

    @Column('varchar', { nullable: true })
    placement!: Placement | null;

    @Column('double precision')
    amount!: number;

    @Column('timestamp with time zone', { nullable: true })
    startsAt!: Date | null;

    @Column('timestamp with time zone', { nullable: true })
    endsAt!: Date | null;

    @Column('boolean', { default: true })
    enabled!: boolean;
}
