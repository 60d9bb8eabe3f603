import type { ReconciliationState } from '../../domain/reconciliation';
import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn, UpdateDateColumn } from 'typeorm';

/** One comparison of the ledger with a provider's own books. */
@Entity('efi_payment_reconciliation')
@Index('ix_efi_payment_reconciliation_gateway', ['gateway', 'periodTo'])
export class EfiReconciliation {
    @PrimaryGeneratedColumn('increment', {
        type: 'bigint',
        primaryKeyConstraintName: 'pk_efi_payment_reconciliation',
    })
    id!: string;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @UpdateDateColumn({ type: 'timestamp with time zone' })
    updatedAt!: Date;

    @Column('varchar')
    gateway!: string;

    @Column('timestamp with time zone')
    periodFrom!: Date;

    @Column('timestamp with time zone')
    periodTo!: Date;

    @Column('varchar')
    state!: ReconciliationState;

    /** That the provider listed. */
    @Column('integer', { default: 0 })
    movements!: number;

    /** Movements that were missing here and are booked now. */
    @Column('integer', { default: 0 })
    repaired!: number;

    /** Left for a person. */
    @Column('integer', { default: 0 })
    discrepancies!: number;

    /** While the state is `failed`. */
    @Column('varchar', { nullable: true })
    error!: string | null;

    @Column('timestamp with time zone', { nullable: true })
    finishedAt!: Date | null;
}
