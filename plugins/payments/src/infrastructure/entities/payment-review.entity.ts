import type { QuarantineReason } from '../../domain/quarantine-reason';
import type { QuarantineResolution } from '../../domain/resolve-quarantine';
import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What a person decided about a payment in quarantine, and why. Kept for good. */
@Entity('efi_payment_review')
@Index('ix_efi_payment_review_intent', ['intentId'])
export class EfiPaymentReview {
    @PrimaryGeneratedColumn('increment', {
        type: 'bigint',
        primaryKeyConstraintName: 'pk_efi_payment_review',
    })
    id!: string;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @Column('uuid')
    intentId!: string;

    /** Why it had been put there. */
    @Column('varchar')
    quarantineReason!: string;

    /** The same for screens; null in reviews from before it was kept. */
    @Column('jsonb', { nullable: true })
    quarantineFacts!: QuarantineReason | null;

    @Column('varchar')
    resolution!: QuarantineResolution;

    /** In the person's words. */
    @Column('varchar')
    reason!: string;

    @Column('integer')
    userId!: number;

    /** The user's login name at the time, which outlives the user. */
    @Column('varchar')
    userIdentifier!: string;
}
