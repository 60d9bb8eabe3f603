import { EntityId, type ID } from '@vendure/core';
import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn, UpdateDateColumn } from 'typeorm';
import type { RuleEffect, RuleScope } from '../../domain/rules/rule';

@Entity('efi_pricing_rule')
@Index('ix_efi_pricing_rule_channel', ['channelId'])
export class EfiPricingRule {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_pricing_rule' })
    id!: number;

    @CreateDateColumn({ type: 'timestamptz' })
    createdAt!: Date;

    @UpdateDateColumn({ type: 'timestamptz' })
    updatedAt!: Date;

    @EntityId()
    channelId!: ID;

    @Column('text')
    name!: string;

    @Column('boolean', { default: true })
    enabled!: boolean;

    @Column('integer')
    priority!: number;

    @Column('timestamptz', { nullable: true })
    startsAt!: Date | null;

    @Column('timestamptz', { nullable: true })
    endsAt!: Date | null;

    @Column('jsonb')
    scope!: RuleScope;

    @Column('jsonb')
    effect!: RuleEffect;

    @Column('boolean')
    mayLower!: boolean;

    @Column('boolean')
    mayRaise!: boolean;

    @Column('boolean')
    combines!: boolean;
}
