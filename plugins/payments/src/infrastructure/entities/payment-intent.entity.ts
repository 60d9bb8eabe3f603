import type { QuarantineReason } from '../../domain/quarantine-reason';
import { Column, CreateDateColumn, Entity, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { CaptureMode, CardDetails, IntentState, PaymentAction } from '../../domain/payment-intent';

/** Row of an intent; see `PaymentIntent`. Ids of Vendure's entities are plain numbers: no foreign key, on purpose. */
@Entity('efi_payment_intent')
@Index('ux_efi_payment_intent_open', ['orderId'], {
    unique: true,
    where: `state IN ('processing', 'action-required', 'pending', 'authorised')`,
})
@Index('ux_efi_payment_intent_reference', ['gateway', 'providerReference'], { unique: true })
@Index('ix_efi_payment_intent_order', ['orderId'])
@Index('ix_efi_payment_intent_payment', ['paymentId'])
@Index('ix_efi_payment_intent_created', ['createdAt'])
@Index('ix_efi_payment_intent_quarantined', ['createdAt'], { where: `state = 'quarantined'` })
@Index('ix_efi_payment_intent_next_step', ['nextStepAt'], { where: '"nextStepAt" IS NOT NULL' })
export class EfiPaymentIntent {
    @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_efi_payment_intent' })
    id!: string;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @UpdateDateColumn({ type: 'timestamp with time zone' })
    updatedAt!: Date;

    @Column('integer')
    orderId!: number;

    @Column('varchar')
    orderCode!: string;

    @Column('integer')
    channelId!: number;

    @Column('varchar')
    methodCode!: string;

    @Column('varchar')
    gateway!: string;

    @Column('integer')
    amount!: number;

    @Column('varchar', { length: 3 })
    currency!: string;

    @Column('varchar')
    captureMode!: CaptureMode;

    @Column('varchar')
    languageCode!: string;

    @Column('varchar')
    state!: IntentState;

    @Column('varchar', { nullable: true })
    providerReference!: string | null;

    @Column('jsonb', { nullable: true })
    action!: PaymentAction | null;

    @Column('varchar', { nullable: true })
    failureCode!: string | null;

    @Column('varchar', { nullable: true })
    failureMessage!: string | null;

    @Column('varchar', { nullable: true })
    quarantineReason!: string | null;

    /** The same for screens, in their readers' language. */
    @Column('jsonb', { nullable: true })
    quarantineFacts!: QuarantineReason | null;

    @Column('varchar', { nullable: true })
    untoldReturn!: string | null;

    @Column('integer', { nullable: true })
    paymentId!: number | null;

    @Column('jsonb', { nullable: true })
    card!: CardDetails | null;

    @Column('integer', { default: 0 })
    attempts!: number;

    @Column('timestamp with time zone', { nullable: true })
    nextStepAt!: Date | null;

    /** Until when one process has the intent to itself. */
    @Column('timestamp with time zone', { nullable: true })
    leaseUntil!: Date | null;

    /** How many leases there were, not counting the one of its creator. */
    @Column('integer', { default: 0 })
    leaseNumber!: number;

    /** How many leases in a row ended with an error. */
    @Column('integer', { default: 0 })
    failures!: number;
}
