import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn, UpdateDateColumn } from 'typeorm';
import type { Basis, Factor, Listing } from '../../domain/assessment';
import type { FeatureVector } from '../../domain/features';
import type { Policy } from '../../domain/policy';
import type { SubjectKind } from '../../domain/signals';
import type { Verdict } from '../../domain/verdict';

/** What became of the payment, as its provider said. */
type Outcome = 'authorised' | 'declined' | 'failed' | 'blocked';

/** What is known of the payment in the end, and who said so. */
type Label = 'good' | 'fraud';
type LabelSource = 'review' | 'dispute' | 'refund';

/** Where a review stands. */
export type ReviewState = 'open' | 'accepted' | 'rejected';

/** Versions of a rule, as they were when the decision was made. */
export interface RuleVersion {
    readonly code: string;
    readonly version: number;
}

/** A decision with all that is needed to come to it again. Ids of Vendure's entities are plain numbers. */
@Entity('efi_fraud_decision')
@Index('ux_efi_fraud_decision_intent', ['intentId'], { unique: true })
@Index('ix_efi_fraud_decision_order', ['orderId'])
@Index('ix_efi_fraud_decision_created', ['channelId', 'createdAt'])
@Index('ix_efi_fraud_decision_customer', ['customerKey', 'createdAt'])
@Index('ix_efi_fraud_decision_email', ['emailKey', 'createdAt'])
@Index('ix_efi_fraud_decision_address', ['addressKey', 'createdAt'])
@Index('ix_efi_fraud_decision_device', ['deviceKey', 'createdAt'])
@Index('ix_efi_fraud_decision_card', ['cardKey', 'createdAt'])
@Index('ix_efi_fraud_decision_open', ['reviewDueAt'], { where: `"reviewState" = 'open'` })
export class EfiFraudDecision {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_fraud_decision' })
    id!: number;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @UpdateDateColumn({ type: 'timestamp with time zone' })
    updatedAt!: Date;

    @Column('uuid')
    intentId!: string;

    @Column('integer')
    channelId!: number;

    @Column('integer')
    orderId!: number;

    @Column('varchar')
    orderCode!: string;

    /** Minor units. */
    @Column('integer')
    amount!: number;

    @Column('varchar', { length: 3 })
    currency!: string;

    @Column('varchar')
    basis!: Basis;

    @Column('double precision', { nullable: true })
    probability!: number | null;

    @Column('integer', { nullable: true })
    score!: number | null;

    /** What the policy says. */
    @Column('varchar')
    verdict!: Verdict;

    /** What was done: `allow` in shadow mode. */
    @Column('varchar')
    applied!: Verdict;

    @Column('jsonb')
    factors!: Factor[];

    /** Without those that were not known. */
    @Column('jsonb')
    features!: Partial<FeatureVector>;

    /** All that were in force. */
    @Column('jsonb')
    rules!: RuleVersion[];

    @Column('jsonb')
    fired!: RuleVersion[];

    @Column('jsonb')
    policy!: Policy;

    @Column('varchar', { nullable: true })
    listing!: NonNullable<Listing> | null;

    @Column('integer', { nullable: true })
    modelId!: number | null;

    /** Pseudonyms of all subjects that its attempts are counted by. */
    @Column('jsonb')
    keys!: Partial<Record<SubjectKind, string>>;

    @Column('varchar', { nullable: true })
    customerKey!: string | null;

    @Column('varchar', { nullable: true })
    emailKey!: string | null;

    @Column('varchar', { nullable: true })
    addressKey!: string | null;

    @Column('varchar', { nullable: true })
    deviceKey!: string | null;

    /** Known once the provider has told. */
    @Column('varchar', { nullable: true })
    cardKey!: string | null;

    /** Whether an accepted review takes the money. */
    @Column('boolean')
    isCapturedAtOnce!: boolean;

    @Column('varchar', { array: true })
    couponCodes!: string[];

    @Column('varchar', { nullable: true })
    billingCountry!: string | null;

    @Column('varchar', { nullable: true })
    shippingCountry!: string | null;

    @Column('varchar', { nullable: true })
    networkCountry!: string | null;

    @Column('varchar', { nullable: true })
    cardCountry!: string | null;

    @Column('varchar', { nullable: true })
    outcome!: Outcome | null;

    @Column('varchar', { nullable: true })
    label!: Label | null;

    @Column('varchar', { nullable: true })
    labelledBy!: LabelSource | null;

    @Column('varchar', { nullable: true })
    reviewState!: ReviewState | null;

    @Column('timestamp with time zone', { nullable: true })
    reviewDueAt!: Date | null;

    /** The first of the two people that an amount needs. */
    @Column('varchar', { nullable: true })
    acceptedOnceBy!: string | null;

    @Column('varchar', { nullable: true })
    decidedBy!: string | null;

    @Column('timestamp with time zone', { nullable: true })
    decidedAt!: Date | null;

    @Column('timestamp with time zone', { nullable: true })
    appealedAt!: Date | null;

    @Column('timestamp with time zone', { nullable: true })
    appealDecidedAt!: Date | null;
}
