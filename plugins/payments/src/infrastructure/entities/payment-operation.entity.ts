import { Column, CreateDateColumn, Entity, Index, PrimaryColumn, Unique, UpdateDateColumn } from 'typeorm';
import type { OperationKind, OperationState } from '../../domain/payment-operation';

/** Row of an operation; see `PaymentOperation`. */
@Entity('efi_payment_operation')
@Unique('ux_efi_payment_operation_key', ['idempotencyKey'])
@Index('ix_efi_payment_operation_intent', ['intentId'])
export class EfiPaymentOperation {
    @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_efi_payment_operation' })
    id!: string;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @UpdateDateColumn({ type: 'timestamp with time zone' })
    updatedAt!: Date;

    @Column('uuid')
    intentId!: string;

    @Column('varchar')
    kind!: OperationKind;

    @Column('integer')
    amount!: number;

    @Column('boolean', { default: true })
    final!: boolean;

    @Column('varchar')
    idempotencyKey!: string;

    @Column('varchar')
    state!: OperationState;

    @Column('varchar', { nullable: true })
    providerReference!: string | null;

    @Column('varchar', { nullable: true })
    error!: string | null;

    @Column('integer', { default: 0 })
    attempts!: number;

    @Column('timestamp with time zone', { nullable: true })
    claimedAt!: Date | null;
}
