import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { MovementKind, MovementSource } from '../../domain/ledger';

/** Row of the ledger; see `LedgerEntry`. The database refuses to change or delete one. */
@Entity('efi_payment_ledger')
@Unique('ux_efi_payment_ledger_movement', ['gateway', 'kind', 'providerReference'])
@Index('ix_efi_payment_ledger_intent', ['intentId'])
@Index('ix_efi_payment_ledger_occurred', ['gateway', 'occurredAt'])
export class EfiPaymentLedgerEntry {
    @PrimaryGeneratedColumn('increment', {
        type: 'bigint',
        primaryKeyConstraintName: 'pk_efi_payment_ledger',
    })
    id!: string;

    @Column('uuid')
    intentId!: string;

    @Column('varchar')
    gateway!: string;

    @Column('varchar')
    kind!: MovementKind;

    @Column('integer')
    amount!: number;

    @Column('varchar', { length: 3 })
    currency!: string;

    @Column('varchar')
    providerReference!: string;

    @Column('timestamp with time zone')
    occurredAt!: Date;

    @Column('timestamp with time zone', { default: () => 'now()' })
    recordedAt!: Date;

    @Column('varchar')
    source!: MovementSource;
}
