import type { DiscrepancyKind, DiscrepancyState } from '../../domain/reconciliation';
import type { MovementKind } from '../../domain/ledger';
import {
    Column,
    CreateDateColumn,
    Entity,
    Index,
    PrimaryGeneratedColumn,
    Unique,
    UpdateDateColumn,
} from 'typeorm';

/** A movement that a provider and the ledger do not have alike; see `Discrepancy`. */
@Entity('efi_payment_discrepancy')
@Unique('ux_efi_payment_discrepancy_movement', ['gateway', 'movementKind', 'providerReference'])
@Index('ix_efi_payment_discrepancy_open', ['gateway', 'occurredAt'], { where: `state = 'open'` })
@Index('ix_efi_payment_discrepancy_reconciliation', ['reconciliationId'])
export class EfiDiscrepancy {
    @PrimaryGeneratedColumn('increment', {
        type: 'bigint',
        primaryKeyConstraintName: 'pk_efi_payment_discrepancy',
    })
    id!: string;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @UpdateDateColumn({ type: 'timestamp with time zone' })
    updatedAt!: Date;

    /** The one that saw it last. */
    @Column('bigint')
    reconciliationId!: string;

    @Column('varchar')
    gateway!: string;

    @Column('varchar')
    kind!: DiscrepancyKind;

    @Column('varchar')
    movementKind!: MovementKind;

    /** Of the movement. */
    @Column('varchar')
    providerReference!: string;

    /** Of the payment. */
    @Column('varchar', { nullable: true })
    paymentReference!: string | null;

    @Column('uuid', { nullable: true })
    intentId!: string | null;

    @Column('integer', { nullable: true })
    amountThere!: number | null;

    @Column('varchar', { length: 3, nullable: true })
    currencyThere!: string | null;

    @Column('integer', { nullable: true })
    amountHere!: number | null;

    @Column('varchar', { length: 3, nullable: true })
    currencyHere!: string | null;

    @Column('timestamp with time zone')
    occurredAt!: Date;

    @Column('varchar')
    state!: DiscrepancyState;

    @Column('timestamp with time zone', { nullable: true })
    resolvedAt!: Date | null;

    /** Login name of the person; absent when a later reconciliation found it right. */
    @Column('varchar', { nullable: true })
    resolvedBy!: string | null;

    /** In the person's words. */
    @Column('varchar', { nullable: true })
    reason!: string | null;
}
