import { EntityId, type ID } from '@vendure/core';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What a merchant set for one variant's price. Money is in minor units, as the channel's prices are entered. */
@Entity('efi_pricing_variant_guard')
@Index('ux_efi_pricing_variant_guard', ['variantId', 'channelId', 'currencyCode'], { unique: true })
export class EfiPricingVariantGuard {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_pricing_variant_guard' })
    id!: number;

    @EntityId()
    variantId!: ID;

    @EntityId()
    channelId!: ID;

    @Column('text')
    currencyCode!: string;

    @Column('integer', { nullable: true })
    floor!: number | null;

    @Column('integer', { nullable: true })
    ceiling!: number | null;

    @Column('integer', { nullable: true })
    manufacturerPrice!: number | null;

    @Column('boolean', { default: false })
    isLocked!: boolean;
}

/** What a variant costs the merchant, without tax. */
@Entity('efi_variant_cost')
@Index('ux_efi_variant_cost', ['variantId', 'currencyCode'], { unique: true })
export class EfiVariantCost {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_variant_cost' })
    id!: number;

    @EntityId()
    variantId!: ID;

    @Column('text')
    currencyCode!: string;

    @Column('integer')
    cost!: number;

    @Column('timestamptz', { default: () => 'now()' })
    updatedAt!: Date;
}

/** What a competitor asked last. */
@Entity('efi_competitor_price')
@Index('ux_efi_competitor_price', ['variantId', 'channelId', 'currencyCode', 'competitor'], { unique: true })
export class EfiCompetitorPrice {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_competitor_price' })
    id!: number;

    @EntityId()
    variantId!: ID;

    @EntityId()
    channelId!: ID;

    @Column('text')
    currencyCode!: string;

    @Column('text')
    competitor!: string;

    @Column('integer')
    price!: number;

    @Column('timestamptz')
    observedAt!: Date;
}

/** The price that the members of a group of customers pay, where a merchant declared one. */
@Entity('efi_group_price')
@Index('ux_efi_group_price', ['variantId', 'channelId', 'currencyCode', 'customerGroupId'], { unique: true })
export class EfiGroupPrice {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_group_price' })
    id!: number;

    @EntityId()
    variantId!: ID;

    @EntityId()
    channelId!: ID;

    @Column('text')
    currencyCode!: string;

    @EntityId()
    customerGroupId!: ID;

    @Column('integer')
    ruleId!: number;

    @Column('integer')
    price!: number;

    @Column('text')
    declaration!: string;

    @Column('timestamptz', { nullable: true })
    startsAt!: Date | null;

    @Column('timestamptz', { nullable: true })
    endsAt!: Date | null;
}
